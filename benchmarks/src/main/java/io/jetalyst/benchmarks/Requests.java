package io.jetalyst.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures HTTP requests: our handlers against those of bare Jetty that answer the same. Each figure is compared with the one of bare Jetty in the
 * same round, and the median of these ratios is printed with the quartiles.
 */
public final class Requests {
    private static final int CONNECTIONS = 64;
    private static final int CORES = 2;
    /** The unit of {@code /proc/stat}. */
    private static final long TICK_NANOS = 10_000_000;

    private final int launches;
    private final int rounds;
    private final int millis;
    private final int warmUp;
    private final boolean oneCore;
    private final boolean http2;
    private long ownNanos;
    private long busyNanos;
    private long nanos;

    private Requests(String[] args) {
        this.launches = Stage.option(args, "launches", 3);
        this.rounds = Stage.option(args, "rounds", 8);
        this.millis = Stage.option(args, "millis", 1000);
        this.warmUp = Stage.option(args, "warm-up", 6);
        this.oneCore = Stage.option(args, "cores", 1) == 1;
        this.http2 = Stage.option(args, "http", 1) == 2;
    }

    /** {@code --launches=3 --rounds=8 --millis=1000 --warm-up=6 --cores=1 --http=1 [--shape=PLAINTEXT]} */
    public static void main(String[] args) throws IOException, InterruptedException {
        for (RequestShape shape : RequestShape.values()) {
            if (Arrays.stream(args).noneMatch(arg -> arg.startsWith("--shape="))
                    || Arrays.asList(args).contains("--shape=" + shape)) {
                new Requests(args).measure(shape);
            }
        }
    }

    private void measure(RequestShape shape) throws IOException, InterruptedException {
        List<HttpContestant> contestants = List.of(HttpContestant.values());
        Map<HttpContestant, List<RequestFigures>> all = new EnumMap<>(HttpContestant.class);
        for (int i = 0; i < launches; i++) {
            try (RequestLaunch launch = new RequestLaunch(contestants, shape.path(), http2, CONNECTIONS, oneCore)) {
                launch.warmUp(warmUp);
                long busyBefore = busyNanos();
                long ownBefore = launch.cpuNanos();
                long start = System.nanoTime();
                for (int round = 0; round < rounds; round++) {
                    launch.round(round, millis, all);
                }
                nanos += System.nanoTime() - start;
                ownNanos += launch.cpuNanos() - ownBefore;
                busyNanos += busyNanos() - busyBefore;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s over HTTP/%s, %s. Java %s, %d connections, server on %s, %d launches of %d rounds, %d ms each."
                        + " Other processes used %d %% of the cores.%n",
                shape,
                http2 ? "2" : "1.1",
                shape.title(),
                Runtime.version().feature(),
                CONNECTIONS,
                oneCore ? "one core" : "both cores",
                launches,
                rounds,
                millis,
                Math.max(0, 100 * (busyNanos - ownNanos) / (CORES * nanos)));
        all.forEach((contestant, figures) -> print(contestant, figures, all.get(contestant.baseline())));
    }

    private static void print(HttpContestant contestant, List<RequestFigures> own, List<RequestFigures> base) {
        System.out.printf(
                Locale.ROOT,
                "  %-27s %,9d/s %s  p50 %,d µs  p99 %,d µs %s  CPU %,d ns %s  %,d bytes %s%n",
                contestant.title(),
                median(own, RequestFigures::rate),
                ratio(own, base, RequestFigures::rate),
                median(own, RequestFigures::medianMicros),
                median(own, RequestFigures::highMicros),
                ratio(own, base, RequestFigures::highMicros),
                median(own, RequestFigures::cpuNanos),
                ratio(own, base, RequestFigures::cpuNanos),
                median(own, RequestFigures::allocatedBytes),
                ratio(own, base, RequestFigures::allocatedBytes));
    }

    private static long median(List<RequestFigures> all, ToLongFunction<RequestFigures> figure) {
        return (long) Spread.of(all.stream().mapToDouble(figures -> figure.applyAsLong(figures)))
                .median();
    }

    /** The ratio of each round; nothing for bare Jetty itself. */
    private static String ratio(
            List<RequestFigures> own, List<RequestFigures> base, ToLongFunction<RequestFigures> figure) {
        return own == base
                ? ""
                : Spread.of(IntStream.range(0, own.size())
                                .mapToDouble(i -> (double) figure.applyAsLong(own.get(i))
                                        / Math.max(1, figure.applyAsLong(base.get(i)))))
                        .ratio();
    }

    /** CPU time that all processes of the machine have used. */
    private static long busyNanos() throws IOException {
        String[] words = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
        long idle = Long.parseLong(words[4]) + Long.parseLong(words[5]);
        return TICK_NANOS
                * (LongStream.range(1, 9)
                                .map(i -> Long.parseLong(words[(int) i]))
                                .sum()
                        - idle);
    }
}
