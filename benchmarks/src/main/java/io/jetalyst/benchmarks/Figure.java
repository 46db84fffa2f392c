package io.jetalyst.benchmarks;

/** The figures of a crowd. Those with a limit are of Jetalyst only, because bare Jetty has no such limits. */
enum Figure {
    OPEN("time to open all at once, ms"),
    HEAP("live bytes per idle socket"),
    BROADCAST("one broadcast to all, µs"),
    MEDIAN("delivery at a steady rate, median, µs"),
    HIGH("delivery at a steady rate, 99th percentile, µs"),
    STALLED_MEDIAN("the same with stalled readers, median, µs"),
    STALLED_HIGH("the same with stalled readers, 99th percentile, µs"),
    GONE("from a full queue to onClose, slowest, ms", 10_000),
    QUEUED("most bytes queued for one socket", 256 * 1024);

    private final String title;
    private final long limit;

    Figure(String title) {
        this(title, Long.MAX_VALUE);
    }

    Figure(String title, long limit) {
        this.title = title;
        this.limit = limit;
    }

    String title() {
        return name() + ", " + title + (limit == Long.MAX_VALUE ? "" : ", at most " + limit);
    }

    boolean allows(long value) {
        return value <= limit;
    }
}
