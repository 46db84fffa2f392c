package io.jetalyst.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own on one core, with the class path of this one; ended by {@link #close}. */
final class JavaProcess implements AutoCloseable {
    /** Without it a server whose heap is exhausted may stop answering, and the measurement would wait for it. */
    static final String EXIT_WITHOUT_HEAP = "-XX:+ExitOnOutOfMemoryError";

    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    static JavaProcess start(String cores, List<String> options, Class<?> main, Object... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", cores));
        command.add(JDK.resolve("java").toString());
        command.add(EXIT_WITHOUT_HEAP);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new JavaProcess(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** The next line of its output. */
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException(process.info().command().orElse("a process") + " has ended without an answer");
        }
        return line;
    }

    /** Writes a line to its input. */
    void tell(String line) throws IOException {
        input.write(line);
        input.newLine();
        input.flush();
    }

    /** Lets all threads of the process run on these cores only, and those that they start. */
    void moveTo(String cores) throws IOException, InterruptedException {
        for (int attempt = 0;
                attempt < 10;
                attempt++) { // a thread that ends after taskset has listed it makes taskset fail
            Process taskset = new ProcessBuilder("taskset", "-a", "-p", "-c", cores, Long.toString(process.pid()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (taskset.waitFor() == 0) {
                return;
            }
        }
        throw new IOException("taskset has failed");
    }

    /** CPU time of the process. */
    long cpuNanos() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Bytes of the objects that are reachable, after a collection. */
    long liveBytes() throws IOException {
        Process jcmd = new ProcessBuilder(
                        JDK.resolve("jcmd").toString(), Long.toString(process.pid()), "GC.class_histogram")
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jcmd.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until something listens on the port. */
    void awaitPort(int port) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException notYet) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the server ended before it listened on port " + port, notYet);
                }
            }
        }
        throw new IOException("nothing listens on port " + port);
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end of the process, a minute at most. */
    int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("the process has not ended within a minute of SIGTERM");
        }
        return process.exitValue();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
