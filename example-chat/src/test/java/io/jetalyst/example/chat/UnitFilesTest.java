package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files with which systemd runs the chat. */
class UnitFilesTest {
    private static final Path FOLDER = Path.of("src/main/systemd");
    private static final List<String> NAMES = List.of("chat.service", "chat.socket");

    @Test
    @Timeout(60)
    void systemdAcceptsThem(@TempDir Path folder) throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "systemd-analyze")));
        assumeTrue(installed || System.getenv("CI") != null, "systemd-analyze is part of systemd");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (String name : NAMES) {
            Files.writeString(folder.resolve(name), read(name).replace("/usr/bin/java", java));
        }
        Process verify = new ProcessBuilder("systemd-analyze", "verify", "./chat.service", "./chat.socket")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(verify.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, verify.exitValue(), output);
        assertEquals(
                "",
                output.lines()
                        .filter(line -> line.contains("chat."))
                        .toList()
                        .toString()
                        .replace("[]", ""));
    }

    @Test
    void thePagesOnOperationsShowThem() throws IOException {
        String page = Files.readString(Path.of("../docs/operations/systemd.md"));
        for (String name : NAMES) {
            assertTrue(page.contains("```ini\n" + read(name) + "```\n"), name);
        }
        String script = Files.readString(Path.of("src/main/scripts/upgrade"));
        String alone = Files.readString(Path.of("../docs/operations/alone.md"));
        assertTrue(alone.contains("```sh\n" + script + "```\n"), "upgrade");
    }

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
