package io.jetalyst.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures all servers in all shapes, one after the other and round by round, so that what else the machine does falls on all of
 * them. Each measurement has a server and a load of its own, on different cores.
 */
public final class Compare {
    private static final int SERVER_CORE = 0;
    private static final int LOAD_CORE = 1;
    private static final List<String> SERVER_OPTIONS =
            List.of("-Xms512m", "-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private final int rounds;
    private final int seconds;
    private final int idleSockets;

    private Compare(int rounds, int seconds, int idleSockets) {
        this.rounds = rounds;
        this.seconds = seconds;
        this.idleSockets = idleSockets;
    }

    /** {@code --rounds=5 --seconds=3 --idle=10000 [--shape=PING_PONG]} */
    public static void main(String[] args) throws IOException, InterruptedException {
        Compare compare =
                new Compare(option(args, "rounds", 5), option(args, "seconds", 3), option(args, "idle", 10_000));
        System.out.printf(
                "Java %s, %d rounds, %d s to warm up and %d s counted. Median (lowest to highest), ratio to %s.%n",
                Runtime.version(), compare.rounds, compare.seconds, compare.seconds, Contestant.SHIPPED.title());
        for (Shape shape : Shape.values()) {
            if (Arrays.stream(args).noneMatch(arg -> arg.startsWith("--shape="))
                    || Arrays.asList(args).contains("--shape=" + shape)) {
                compare.print(shape + ", messages/s", server -> compare.throughput(server, shape));
            }
        }
        if (compare.idleSockets > 0) {
            compare.print("HEAP, bytes per idle socket of " + compare.idleSockets, compare::idleBytes);
        }
    }

    private static int option(String[] args, String name, int otherwise) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--" + name + "="))
                .mapToInt(arg -> Integer.parseInt(arg.substring(name.length() + 3)))
                .findFirst()
                .orElse(otherwise);
    }

    private void print(String title, Measurement measurement) throws IOException, InterruptedException {
        Map<Contestant, List<Long>> results = new EnumMap<>(Contestant.class);
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : Contestant.values()) {
                results.computeIfAbsent(contestant, any -> new ArrayList<>()).add(measurement.of(contestant));
            }
        }
        System.out.println(title);
        double base = median(results.get(Contestant.SHIPPED));
        results.forEach((contestant, values) -> System.out.printf(
                Locale.ROOT,
                "  %-22s %,10d  (%,d to %,d)  %.2f%n",
                contestant.title(),
                median(values),
                Collections.min(values),
                Collections.max(values),
                median(values) / base));
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private long throughput(Contestant contestant, Shape shape) throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        try (JavaProcess server = server(contestant, port)) {
            server.awaitPort(port);
            return Long.parseLong(ask(port, shape, seconds));
        }
    }

    /** The first line of what a load prints. */
    private static String ask(int port, Object... arguments) throws IOException {
        try (JavaProcess load = load(port, arguments)) {
            return load.line();
        }
    }

    private long idleBytes(Contestant contestant) throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        try (JavaProcess server = server(contestant, port)) {
            server.awaitPort(port);
            ask(port, "hold", 10); // loads the classes that the first socket needs
            long before = server.liveBytes();
            try (JavaProcess load = load(port, "hold", idleSockets)) {
                load.line();
                return (server.liveBytes() - before) / idleSockets;
            }
        }
    }

    private static JavaProcess load(int port, Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of(port));
        all.addAll(List.of(arguments));
        return JavaProcess.start(LOAD_CORE, List.of(), Load.class, all.toArray());
    }

    private static JavaProcess server(Contestant contestant, int port) throws IOException {
        List<String> arguments = new ArrayList<>(contestant.arguments());
        arguments.add("--port=" + port);
        return JavaProcess.start(SERVER_CORE, SERVER_OPTIONS, contestant.main(), arguments.toArray());
    }

    @FunctionalInterface
    private interface Measurement {
        long of(Contestant contestant) throws IOException, InterruptedException;
    }
}
