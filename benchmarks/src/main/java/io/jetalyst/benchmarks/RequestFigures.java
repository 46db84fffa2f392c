package io.jetalyst.benchmarks;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The result of one measurement of requests.
 *
 * @param rate answers per second
 * @param medianMicros median latency in microseconds
 * @param highMicros latency at the 99th percentile in microseconds
 * @param cpuNanos CPU time of the server's process per request, in nanoseconds
 * @param allocatedBytes bytes allocated by the server's threads per request
 */
record RequestFigures(long rate, long medianMicros, long highMicros, long cpuNanos, long allocatedBytes) {
    /** The median of each figure by itself. */
    static RequestFigures median(List<RequestFigures> all) {
        return new RequestFigures(
                median(all, RequestFigures::rate),
                median(all, RequestFigures::medianMicros),
                median(all, RequestFigures::highMicros),
                median(all, RequestFigures::cpuNanos),
                median(all, RequestFigures::allocatedBytes));
    }

    private static long median(List<RequestFigures> all, ToLongFunction<RequestFigures> figure) {
        return all.stream().mapToLong(figure).sorted().toArray()[all.size() / 2];
    }
}
