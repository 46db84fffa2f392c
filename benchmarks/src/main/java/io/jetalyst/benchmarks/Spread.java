package io.jetalyst.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The median of some values, and the quartiles between which half of them are. */
record Spread(double low, double median, double high) {
    static Spread of(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        return new Spread(
                sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length - 1 - sorted.length / 4]);
    }

    /** The median with two decimals, and the quartiles in parentheses. */
    String ratio() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, low, high);
    }
}
