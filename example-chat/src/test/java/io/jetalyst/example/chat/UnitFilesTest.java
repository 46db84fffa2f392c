package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files with which systemd and containers run the chat. */
class UnitFilesTest {
    private static final Path FOLDER = Path.of("src/main/systemd");
    private static final Path ARCHETYPE = Path.of("../archetype/src/main/resources/archetype-resources");
    private static final List<String> NAMES = List.of("chat.service", "chat.socket");

    @Test
    @Timeout(60)
    void systemdAcceptsThem(@TempDir Path folder) throws Exception {
        String output = analyze(folder, "verify", "./chat.service", "./chat.socket");
        assertEquals(
                "",
                output.lines()
                        .filter(line -> line.contains("chat."))
                        .toList()
                        .toString()
                        .replace("[]", ""));
    }

    /** The exposure has a maximum of 10.0, and systemd calls it medium from 5.0. */
    @Test
    @Timeout(60)
    void systemdFindsAnExposureOfAtMostTwo(@TempDir Path folder) throws Exception {
        analyze(folder, "security", "--offline=true", "--threshold=20", "--no-pager", "./chat.service");
    }

    /** Runs systemd-analyze on copies of the units, and returns its output. */
    private static String analyze(Path folder, String... arguments) throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "systemd-analyze")));
        assumeTrue(installed || System.getenv("CI") != null, "systemd-analyze is part of systemd");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (String name : NAMES) {
            Files.writeString(folder.resolve(name), read(name).replace("/usr/bin/java", java));
        }
        List<String> command = new ArrayList<>(List.of("systemd-analyze"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), output);
        return output;
    }

    @Test
    void thePageShowsThem() throws IOException {
        for (String name : NAMES) {
            assertShows("systemd", "ini", read(name));
        }
    }

    @Test
    void thePagesShowTheScripts() throws IOException {
        assertShows("alone", "sh", Files.readString(Path.of("src/main/scripts/upgrade")));
        assertShows("systemd", "bash", Files.readString(Path.of("src/main/scripts/start-archive")));
    }

    /** The test of the archetype runs its files, so these are the same files. */
    @Test
    void theProjectOfTheArchetypeHasTheSameFiles() throws IOException {
        assertEquals(
                Files.readString(ARCHETYPE.resolve("src/main/scripts/start-archive")),
                Files.readString(Path.of("src/main/scripts/start-archive")));
        assertEquals(
                fromRuntime(Files.readString(ARCHETYPE.resolve("Dockerfile")).replace("${artifactId}", "chat")),
                fromRuntime(Files.readString(Path.of("Dockerfile")))
                        .replace(
                                "/build/example-chat/target/jetalyst-example-chat-*.jar chat.jar",
                                "/build/target/chat.jar ./")
                        .replace("example-chat/", ""));
    }

    private static String fromRuntime(String dockerfile) {
        return dockerfile.substring(dockerfile.indexOf("RUN jlink"));
    }

    @Test
    void thePageAboutContainersShowsTheFilesOfTheArchetype() throws IOException {
        String dockerfile = Files.readString(ARCHETYPE.resolve("Dockerfile")).replace("${artifactId}", "shop");
        assertShows("container", "dockerfile", dockerfile);
        assertShows("container", "", Files.readString(ARCHETYPE.resolve("__dot__dockerignore")));
    }

    private static void assertShows(String page, String language, String file) throws IOException {
        String text = Files.readString(Path.of("../docs/operations/" + page + ".md"));
        assertTrue(text.contains("```" + language + "\n" + file + "```\n"), () -> page + ".md does not show:\n" + file);
    }

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
