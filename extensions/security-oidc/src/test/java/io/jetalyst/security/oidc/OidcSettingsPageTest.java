package io.jetalyst.security.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of settings lists each setting that this module reads, and no other. */
class OidcSettingsPageTest {
    @Test
    void listsEverySetting() throws IOException {
        List<String> documented = Files.readString(Path.of("../../docs/settings.md"))
                .lines()
                .filter(line -> line.startsWith("| `security.oidc."))
                .map(line -> line.split("`")[1])
                .toList();
        assertEquals(OidcSettings.KEYS, documented);
    }
}
