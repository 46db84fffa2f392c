package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.Settings;
import io.jetalyst.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the tables of {@code docs/settings.md} and of the README with the settings of the code. {@code -Ddocs.write=true} writes the
 * tables of the page.
 */
class SettingsPageTest {
    private static final Path PAGE = Path.of("../docs/settings.md");

    private static String table(List<KnownSetting> settings) {
        return "| Key | Default | Meaning |\n|---|---|---|\n"
                + settings.stream().map(SettingsPageTest::row).collect(Collectors.joining());
    }

    private static String row(KnownSetting setting) {
        String value = setting.defaultValue().isEmpty() ? "" : setting.defaultValue() + " ";
        return "| `" + setting.key() + "` | " + value + "| " + setting.meaning() + " |\n";
    }

    @Test
    void listsEverySetting() throws IOException {
        String page = Files.readString(PAGE);
        String[] parts = page.split("\\| Key \\| Default \\| Meaning \\|\n\\|---\\|---\\|---\\|\n(\\|.*\n)+", -1);
        assertEquals(5, parts.length, "the page has tables of the server, of JSON, of the sockets and of sessions");

        String expected = parts[0]
                + table(SettingsLoader.SERVER)
                + parts[1]
                + table(JsonSettings.KNOWN)
                + parts[2]
                + table(SocketSettings.KNOWN)
                + parts[3]
                + table(SessionSettings.KNOWN)
                + parts[4];

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected, page, "run this test with -Ddocs.write=true, and read what it has written");
        }
    }

    @Test
    void readmeListsSettingsOfThePage() throws IOException {
        List<String> rows = Files.readString(Path.of("../README.md"))
                .lines()
                .filter(line -> line.startsWith("| `server.") || line.startsWith("| `socket."))
                .toList();
        String page = Files.readString(PAGE);
        assertEquals(5, rows.size());
        rows.forEach(row -> assertTrue(page.contains(row + "\n"), row));
    }

    /** Sets each setting to the default that the page shows, which must change nothing. */
    @Test
    void showsTheDefaults() {
        Properties defaults = new Properties();
        Stream.of(SettingsLoader.SERVER, JsonSettings.KNOWN, SocketSettings.KNOWN, SessionSettings.KNOWN)
                .flatMap(List::stream)
                .filter(setting -> !setting.defaultValue().isEmpty())
                .forEach(setting -> defaults.setProperty(setting.key(), setting.defaultValue()));
        Settings written = SettingsLoader.load(List.of(), new Properties(), Map.of(), defaults);
        Settings none = SettingsLoader.load(List.of(), new Properties(), Map.of(), new Properties());

        assertEquals(ServerSettings.of(none), ServerSettings.of(written));
        assertEquals(
                LifeSettings.of(none, ServerSettings.of(none)), LifeSettings.of(written, ServerSettings.of(written)));
        assertEquals(BodySettings.of(none), BodySettings.of(written));
        assertEquals(options(none), options(written));
        assertEquals(JsonSettings.of(none), JsonSettings.of(written));
        assertEquals(
                ProxySettings.of(none, ServerSettings.of(none)).forwarding(),
                ProxySettings.of(written, ServerSettings.of(written)).forwarding());
        assertEquals(
                SessionSettings.of(none, type -> Optional.empty()),
                SessionSettings.of(written, type -> Optional.empty()));
        SocketSettings.of(written).forEach((limit, value) -> assertEquals(limit.defaultValue(), value));
    }

    private static List<Object> options(Settings settings) {
        EngineOptions options = ConnectionSettings.of(settings, ServerSettings.of(settings));
        return List.of(
                options.reusePort(),
                options.idleTimeout(),
                options.headTimeout(),
                options.bodyTimeout(),
                options.maxConnections(),
                options.maxConnectionsPerAddress(),
                options.maxRequests(),
                options.minDataRate());
    }
}
