package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java runtime with the modules that the image of the guide has, and no others, as jlink makes it. */
class ImageTest {
    private static final String MODULES = "java.base,java.management,java.naming,jdk.crypto.ec,jdk.unsupported";

    @TempDir
    private Path directory;

    private String run(String modules, String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--limit-modules",
                                modules,
                                "-cp",
                                System.getProperty("java.class.path"),
                                OnceMain.class.getName(),
                                "--port=0"),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process has not ended");
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static void assertHas(String expected, String output) {
        assertTrue(output.contains(expected), output);
    }

    @Test
    void keepsSessionsInMemory() throws Exception {
        assertHas("status 204", run(MODULES));
    }

    @Test
    void keepsSessionsInFiles() throws Exception {
        String where = "--session.directory=" + directory.resolve("sessions");
        assertHas("status 204", run(MODULES, "--session.store=files", where));
    }

    @Test
    void keepsSessionsInDatabaseWithItsModule() throws Exception {
        String where = "--session.jdbc.url=jdbc:h2:" + directory.resolve("sessions");
        assertHas("status 204", run(MODULES + ",java.sql", "--session.store=jdbc", where));
        assertHas(
                "session.store is jdbc, and this Java runtime has no module java.sql.",
                run(MODULES, "--session.store=jdbc", where));
    }
}
