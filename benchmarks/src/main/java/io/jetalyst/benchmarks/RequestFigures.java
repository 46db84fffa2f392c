package io.jetalyst.benchmarks;

/**
 * The result of one measurement of requests.
 *
 * @param rate responses per second
 * @param medianMicros median latency in microseconds
 * @param highMicros latency at the 99th percentile in microseconds
 * @param cpuNanos CPU time of the server's process per request, in nanoseconds
 * @param allocatedBytes bytes allocated by the server's threads per request
 */
record RequestFigures(long rate, long medianMicros, long highMicros, long cpuNanos, long allocatedBytes) {
    /**
     * @param counted the output of {@link RequestLoad}
     * @param spent the resources that the server has used meanwhile
     */
    static RequestFigures of(String counted, Meter spent) {
        String[] words = counted.split(" ");
        long requests = Math.max(1, Long.parseLong(words[0]));
        return new RequestFigures(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                spent.cpuNanos() / requests,
                spent.allocatedBytes() / requests);
    }
}
