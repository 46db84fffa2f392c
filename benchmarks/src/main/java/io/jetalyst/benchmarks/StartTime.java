package io.jetalyst.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures the time from the first connection to its answer when systemd-socket-activate starts the application, with and without a start
 * archive, and the time of an answer of the process that runs then.
 */
public final class StartTime {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path SCRIPT = Path.of("example-chat/src/main/scripts/start-archive");
    private static final String PATH = "/pages/0/0/1?q=a";
    private static final int ANSWERS = 200;

    private final int rounds;

    private StartTime(int rounds) {
        this.rounds = rounds;
    }

    /** {@code [--rounds=7]}, in the folder of the repository */
    public static void main(String[] args) throws IOException, InterruptedException {
        StartTime benchmark = new StartTime(Stage.option(args, "rounds", 7));
        System.out.printf("Java %s, the median of %d starts%n", Runtime.version(), benchmark.rounds);
        Path folder = Files.createTempDirectory("jetalyst-start-time");
        for (int controllers : new int[] {1, 200}) {
            Path jar = new StartedJar(folder.resolve(controllers + ".jar")).write(controllers);
            benchmark.measure(controllers, jar);
        }
    }

    private void measure(int controllers, Path jar) throws IOException, InterruptedException {
        Path archive = Path.of(jar.toString().replace(".jar", ".jsa"));
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        List<Long> running = new ArrayList<>();
        archive(jar);
        for (int round = 0; round < rounds; round++) {
            without.add(start(List.of("-jar", jar.toString()), running));
            with.add(start(List.of("-XX:SharedArchiveFile=" + archive, "-jar", jar.toString()), running));
        }
        System.out.printf(
                Locale.ROOT,
                "%3d controllers of 8 routes: first answer after %.0f ms, with a start archive after %.0f ms; a running server answers in"
                        + " %.2f ms%n",
                controllers,
                median(without) / 1e6,
                median(with) / 1e6,
                median(running) / 1e6);
    }

    private static void archive(Path jar) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("bash", SCRIPT.toString(), JAVA.toString(), jar.toString(), PATH)
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (script.waitFor() != 0) {
            throw new IOException(output);
        }
    }

    /** Starts and stops the application; returns the nanoseconds until the first answer. */
    private static long start(List<String> options, List<Long> running) throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        List<String> command = new ArrayList<>(
                List.of("systemd-socket-activate", "--inetd", "--listen=127.0.0.1:" + port, JAVA.toString()));
        command.add(JavaProcess.EXIT_WITHOUT_HEAP);
        command.addAll(options);
        command.add("--server.listen=fd:0");
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            errors.readLine(); // it listens
            long first = answer(port);
            for (int i = 0; i < ANSWERS; i++) {
                running.add(answer(port));
            }
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("the application has not ended with 0");
            }
            return first;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The nanoseconds from the begin of a connection to the first byte of the answer. */
    private static long answer(int port) throws IOException {
        long begin = System.nanoTime();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            long nanos = System.nanoTime() - begin;
            if (!Arrays.equals(head, "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII))) {
                throw new IOException("the answer is not 200 but " + new String(head, StandardCharsets.US_ASCII));
            }
            socket.getInputStream().readAllBytes();
            return nanos;
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
