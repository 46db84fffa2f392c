package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application in a JVM of its own, with the class path of this one; ended by {@link #close} at the latest. */
final class AppProcess implements AutoCloseable {
    private static final Pattern LISTENING =
            Pattern.compile("Listening on (http://localhost:\\d+) \\(started in .*\\)");

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private AppProcess(Process process, Path errors) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    /**
     * Starts it.
     *
     * @param folder the folder for its error stream; a pipe that nobody reads would block the process
     * @param options of the JVM
     */
    static AppProcess start(Path folder, List<String> options, Class<?> main, String... args) throws IOException {
        return start(folder, List.of(), options, main, args);
    }

    /** The same, as an argument of another command. */
    static AppProcess start(Path folder, List<String> before, List<String> options, Class<?> main, String... args)
            throws IOException {
        return start(folder, Map.of(), before, options, main, args);
    }

    /** The same, with more variables in its environment. */
    static AppProcess start(
            Path folder,
            Map<String, String> environment,
            List<String> before,
            List<String> options,
            Class<?> main,
            String... args)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (options.stream().noneMatch(option -> option.endsWith("ExitOnOutOfMemoryError"))) {
            command.add("-XX:+ExitOnOutOfMemoryError");
        }
        command.addAll(options);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile()));
        builder.environment().putAll(environment);
        return new AppProcess(builder.start(), errors);
    }

    /** Where it listens, once it says so. */
    URI listening() throws IOException {
        String line = line();
        Matcher matcher = LISTENING.matcher(line);
        assertTrue(matcher.matches(), () -> line + errors());
        return URI.create(matcher.group(1));
    }

    /** The next line of its output. */
    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** Whether it has written a part of a line that is not read. */
    boolean hasLine() throws IOException {
        return output.ready();
    }

    /** All that it has written to its error stream. */
    String errors() {
        try {
            return Files.readString(errors).strip();
        } catch (IOException e) {
            return e.toString();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Sends this signal, such as {@code QUIT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Its exit code, which comes within this time. */
    int exitCode(int seconds) throws InterruptedException {
        assertTrue(process.waitFor(seconds, TimeUnit.SECONDS), () -> "it runs on. " + errors());
        return process.exitValue();
    }

    /** Ends the process, and waits until it writes no more files to the folder, which the test deletes next. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
