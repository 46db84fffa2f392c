package io.jetalyst.benchmarks;

import java.util.Arrays;

/** Counts latencies, each rounded down to microseconds. */
final class Latencies {
    private static final int MAX_MICROS = 1_000_000;

    private final int[] counts = new int[MAX_MICROS + 1];
    private long all;

    void add(long nanos) {
        counts[(int) Math.min(nanos / 1000, MAX_MICROS)]++;
        all++;
    }

    void clear() {
        Arrays.fill(counts, 0);
        all = 0;
    }

    long count() {
        return all;
    }

    /** The latency in microseconds that the given share of all does not exceed. */
    long percentile(double share) {
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int micros = 0; micros < counts.length; micros++) {
            seen += counts[micros];
            if (seen >= wanted) {
                return micros;
            }
        }
        return MAX_MICROS;
    }
}
