package io.jetalyst.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures HTTP requests: our handlers against those of bare Jetty that answer the same. The servers take turns, round by round, so that a
 * disturbance of the machine falls on all of them. Each measurement starts a server and a load in processes of their own.
 */
public final class Requests {
    private static final int CONNECTIONS = 64;

    private final int rounds;
    private final int seconds;
    private final boolean twoCores;

    private Requests(int rounds, int seconds, boolean twoCores) {
        this.rounds = rounds;
        this.seconds = seconds;
        this.twoCores = twoCores;
    }

    /** {@code --rounds=5 --seconds=6 --cores=1}; with two cores the server and the load share both. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Requests requests = new Requests(
                Stage.option(args, "rounds", 5), Stage.option(args, "seconds", 6), Stage.option(args, "cores", 1) == 2);
        System.out.printf(
                "Java %s, %d connections, server on %s, %d rounds, %d s to warm up and %d s counted."
                        + " Medians; rate (lowest to highest); in brackets the ratio to the bare handler of the same kind.%n",
                Runtime.version(),
                CONNECTIONS,
                requests.twoCores ? "both cores" : "one core",
                requests.rounds,
                requests.seconds,
                requests.seconds);
        for (RequestShape shape : RequestShape.values()) {
            if (Arrays.stream(args).noneMatch(arg -> arg.startsWith("--shape="))
                    || Arrays.asList(args).contains("--shape=" + shape)) {
                requests.measure(shape);
            }
        }
    }

    private void measure(RequestShape shape) throws IOException, InterruptedException {
        Map<HttpContestant, List<RequestFigures>> all = new EnumMap<>(HttpContestant.class);
        for (int round = 0; round < rounds; round++) {
            for (HttpContestant contestant : HttpContestant.values()) {
                all.computeIfAbsent(contestant, ignored -> new ArrayList<>()).add(figures(contestant, shape));
            }
        }
        Map<HttpContestant, RequestFigures> medians = new EnumMap<>(HttpContestant.class);
        all.forEach((contestant, figures) -> medians.put(contestant, RequestFigures.median(figures)));
        System.out.println(shape + ", " + shape.title());
        all.forEach((contestant, figures) ->
                print(contestant, figures, medians.get(contestant), medians.get(contestant.baseline())));
    }

    private RequestFigures figures(HttpContestant contestant, RequestShape shape)
            throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        try (JavaProcess server = Stage.server(contestant, port, twoCores)) {
            server.awaitPort(port);
            try (JavaProcess load = Stage.load(
                    RequestLoad.class, port, twoCores, contestant.path(shape.path()), CONNECTIONS, seconds)) {
                load.line(); // warm
                Meter before = Meter.read(server);
                String[] counted = load.line().split(" ");
                Meter spent = Meter.read(server).minus(before);
                long requests = Long.parseLong(counted[0]);
                return new RequestFigures(
                        Long.parseLong(counted[1]),
                        Long.parseLong(counted[2]),
                        Long.parseLong(counted[3]),
                        spent.cpuNanos() / requests,
                        spent.allocatedBytes() / requests);
            }
        }
    }

    private static void print(
            HttpContestant contestant, List<RequestFigures> all, RequestFigures median, RequestFigures baseline) {
        System.out.printf(
                Locale.ROOT,
                "  %-30s %,8d/s (%,d to %,d) [%.2f]  p50 %,d µs  p99 %,d µs [%.2f]  CPU %,d ns [%.2f]  %,d bytes [%.2f]%n",
                contestant.title(),
                median.rate(),
                all.stream().mapToLong(RequestFigures::rate).min().orElseThrow(),
                all.stream().mapToLong(RequestFigures::rate).max().orElseThrow(),
                ratio(median.rate(), baseline.rate()),
                median.medianMicros(),
                median.highMicros(),
                ratio(median.highMicros(), baseline.highMicros()),
                median.cpuNanos(),
                ratio(median.cpuNanos(), baseline.cpuNanos()),
                median.allocatedBytes(),
                ratio(median.allocatedBytes(), baseline.allocatedBytes()));
    }

    private static double ratio(long value, long baseline) {
        return (double) value / Math.max(1, baseline);
    }
}
