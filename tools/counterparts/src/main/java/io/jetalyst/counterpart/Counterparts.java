package io.jetalyst.counterpart;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of other authors that tests run against the server. */
public final class Counterparts {
    private Counterparts() {}

    /** The path of a program. Without it a test is skipped, and fails where the environment has {@code CI}. */
    public static Path find(String name) {
        Path found = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (System.getenv("CI") == null) {
            assumeTrue(found != null, "install " + name + " to run this test");
        }
        assertTrue(found != null, name + " is not installed");
        return found;
    }

    /** Runs a program to its end, and returns what it prints. */
    public static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(find(command[0]).toString()),
                                List.of(command).subList(1, command.length).stream())
                        .toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), output);
        return output;
    }
}
