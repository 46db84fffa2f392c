package io.jetalyst.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Measures all servers in all shapes, one after the other and round by round, so that what else the machine does falls on all of
 * them. Each measurement has a server and a load of its own, on different cores.
 */
public final class Compare {
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
        Compare compare = new Compare(
                Stage.option(args, "rounds", 5), Stage.option(args, "seconds", 3), Stage.option(args, "idle", 10_000));
        System.out.printf(
                "Java %s, %d rounds, %d s to warm up and %d s counted. Median (lowest to highest), ratio to %s.%n",
                Runtime.version(), compare.rounds, compare.seconds, compare.seconds, Contestant.SHIPPED.title());
        for (Shape shape : Shape.values()) {
            if (Arrays.stream(args).noneMatch(arg -> arg.startsWith("--shape="))
                    || Arrays.asList(args).contains("--shape=" + shape)) {
                compare.print(
                        shape + ", messages/s",
                        server -> server.takesPart(shape),
                        server -> compare.throughput(server, shape));
            }
        }
        if (compare.idleSockets > 0) {
            compare.print(
                    "HEAP, bytes per idle socket of " + compare.idleSockets,
                    Contestant::holdsIdleSockets,
                    compare::idleBytes);
        }
    }

    private void print(String title, Predicate<Contestant> takesPart, Measurement measurement)
            throws IOException, InterruptedException {
        Results results = new Results();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : Contestant.values()) {
                if (takesPart.test(contestant)) {
                    results.add(contestant, measurement.of(contestant));
                }
            }
        }
        results.print(title);
    }

    private long throughput(Contestant contestant, Shape shape) throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        try (JavaProcess server = Stage.server(contestant, port)) {
            server.awaitPort(port);
            return Long.parseLong(ask(port, shape, contestant.path(shape.path()), seconds));
        }
    }

    /** The first line of what a load prints. */
    private static String ask(int port, Object... arguments) throws IOException {
        try (JavaProcess load = Stage.load(Load.class, port, arguments)) {
            return load.line();
        }
    }

    private long idleBytes(Contestant contestant) throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        try (JavaProcess server = Stage.server(contestant, port)) {
            server.awaitPort(port);
            ask(port, "hold", contestant.path("/echo"), 10); // loads the classes that the first socket needs
            long before = server.liveBytes();
            try (JavaProcess load = Stage.load(Load.class, port, "hold", contestant.path("/echo"), idleSockets)) {
                load.line();
                return (server.liveBytes() - before) / idleSockets;
            }
        }
    }

    @FunctionalInterface
    private interface Measurement {
        long of(Contestant contestant) throws IOException, InterruptedException;
    }
}
