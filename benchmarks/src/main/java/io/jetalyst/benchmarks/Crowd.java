package io.jetalyst.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures all servers with thousands of sockets in one topic, one of a hundred of whom then never read; round by round, as
 * {@link Compare} does. Ends with exit code 1 if something was not as it must be.
 */
public final class Crowd {
    private static final int WARM_UP_SOCKETS = 200;
    private static final int WARM_UP_STALLED = 20;
    private static final int BROADCASTS = 15;
    private static final int PATIENCE_SECONDS = 30;
    private static final int FILL_SECONDS = 5;

    private final int sockets;
    private final int rounds;
    private final int seconds;
    private final int rate;
    private final Map<Figure, Results> results = new EnumMap<>(Figure.class);
    private final List<String> failures = new ArrayList<>();

    private Crowd(int sockets, int rounds, int seconds, int rate) {
        this.sockets = sockets;
        this.rounds = rounds;
        this.seconds = seconds;
        this.rate = rate;
    }

    /** {@code --sockets=10000 --rounds=3 --seconds=20 --rate=1} */
    public static void main(String[] args) throws IOException, InterruptedException {
        Crowd crowd = new Crowd(
                Capacity.sockets(Stage.option(args, "sockets", 10_000)),
                Stage.option(args, "rounds", 3),
                Stage.option(args, "seconds", 20),
                Stage.option(args, "rate", 1));
        System.out.printf(
                "Java %s, %d sockets in one topic and %d that stall, %d rounds; %d s of %d messages/s, 4 KiB each."
                        + " Median (lowest to highest), ratio to %s.%n",
                Runtime.version(),
                crowd.sockets,
                crowd.stalled(),
                crowd.rounds,
                crowd.seconds,
                crowd.rate,
                Contestant.SHIPPED.title());
        for (int round = 0; round < crowd.rounds; round++) {
            for (Contestant contestant : List.of(Contestant.SHIPPED, Contestant.TUNED, Contestant.CROWD)) {
                crowd.measure(contestant);
            }
        }
        crowd.results.forEach((figure, values) -> values.print(figure.title()));
        crowd.failures.forEach(System.out::println);
        System.exit(crowd.failures.isEmpty() ? 0 : 1);
    }

    private int stalled() {
        return Math.max(1, sockets / 100);
    }

    private void measure(Contestant contestant) throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        try (JavaProcess server = Stage.server(contestant, port)) {
            server.awaitPort(port);
            warmUp(port);
            long before = server.liveBytes();
            try (JavaProcess load = Stage.load(CrowdLoad.class, port)) {
                long[] opened = ask(load, "open " + sockets);
                check(contestant, opened[0] == 0, opened[0] + " sockets were refused");
                record(contestant, Figure.OPEN, opened[1]);
                record(contestant, Figure.HEAP, (server.liveBytes() - before) / sockets);
                talk(contestant, load);
                stall(contestant, load, port);
            }
        }
    }

    /** Loads the classes and compiles what is used most, with few sockets, which then leave; some of them because they stall. */
    private static void warmUp(int port) throws IOException {
        try (JavaProcess load = Stage.load(CrowdLoad.class, port)) {
            ask(load, "open " + WARM_UP_SOCKETS);
            ask(load, "broadcast 200");
            ask(load, "stall " + WARM_UP_STALLED);
            ask(load, "steady 10 50");
        }
    }

    private void talk(Contestant contestant, JavaProcess load) throws IOException {
        ask(load, "broadcast " + BROADCASTS);
        record(contestant, Figure.BROADCAST, ask(load, "broadcast " + BROADCASTS)[0]);
        steady(contestant, load, Figure.MEDIAN, Figure.HIGH);
    }

    private void steady(Contestant contestant, JavaProcess load, Figure median, Figure high) throws IOException {
        long[] steady = ask(load, "steady " + seconds + " " + rate);
        record(contestant, median, steady[0]);
        record(contestant, high, steady[1]);
        check(contestant, steady[2] == 0, steady[2] + " readers were thrown out: " + high.title());
        check(contestant, steady[3] == 0, steady[3] + " deliveries did not come in 30 s: " + high.title());
    }

    private void stall(Contestant contestant, JavaProcess load, int port) throws IOException, InterruptedException {
        check(contestant, ask(load, "stall " + stalled())[0] == 0, "sockets were refused that would stall");
        awaitFull(contestant, port);
        steady(contestant, load, Figure.STALLED_MEDIAN, Figure.STALLED_HIGH);
        if (contestant == Contestant.CROWD) {
            long[] figures = figures(port);
            int gone = WARM_UP_STALLED + stalled();
            for (int i = 0; i < PATIENCE_SECONDS && figures[2] < gone; i++) {
                ask(load, "steady 1 " + rate); // until the last of the stalled has more than it may
                figures = figures(port);
            }
            check(
                    contestant,
                    figures[2] == gone,
                    gone - figures[2] + " of " + stalled() + " stalled sockets are not gone");
            record(contestant, Figure.QUEUED, figures[1]);
            record(contestant, Figure.GONE, figures[3]);
        }
    }

    /** Waits until the network takes no more of those who do not read: to fill its buffers is work that no stalled client makes. */
    private static void awaitFull(Contestant contestant, int port) throws IOException, InterruptedException {
        if (contestant != Contestant.CROWD) {
            TimeUnit.SECONDS.sleep(FILL_SECONDS); // it does not say
            return;
        }
        long before = -1;
        for (long now = figures(port)[4]; now != before; now = figures(port)[4]) {
            before = now;
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** The figures of {@link CrowdController#figures}. */
    private static long[] figures(int port) throws IOException {
        try (var answer =
                URI.create("http://127.0.0.1:" + port + "/crowd").toURL().openStream()) {
            return numbers(new String(answer.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private static long[] ask(JavaProcess load, String command) throws IOException {
        load.tell(command);
        return numbers(load.line());
    }

    private static long[] numbers(String line) {
        return List.of(line.split(" ")).stream().mapToLong(Long::parseLong).toArray();
    }

    private void record(Contestant contestant, Figure figure, long value) {
        results.computeIfAbsent(figure, any -> new Results()).add(contestant, value);
        check(contestant, figure.allows(value), figure.title() + ", but " + value);
    }

    private void check(Contestant contestant, boolean asItMustBe, String otherwise) {
        if (!asItMustBe) {
            failures.add("FAILED: " + contestant.title() + ": " + otherwise);
        }
    }
}
