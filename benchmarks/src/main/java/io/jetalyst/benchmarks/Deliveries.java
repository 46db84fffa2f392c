package io.jetalyst.benchmarks;

import java.util.Arrays;
import java.util.List;

/** How long messages to all were under way to each reader, from when they were due: a sender that is late hides nothing. */
final class Deliveries {
    private final long[] due;
    private final long[] nanos;
    private int delivered;
    private int missing;

    /** @param due when each message is due, in the nanoseconds of {@link System#nanoTime} */
    Deliveries(long[] due, List<Reader> readers) {
        this.due = due;
        this.missing = due.length * readers.size();
        this.nanos = new long[missing];
        readers.forEach(Reader::begin);
    }

    void add(Reader reader, int messages, long now) {
        for (int i = 0; i < messages && reader.got() < due.length; i++) {
            nanos[delivered++] = now - due[reader.next()];
            missing--;
        }
    }

    /** The reader gets no more. */
    void lose(Reader reader) {
        missing -= due.length - reader.got();
    }

    /** How many have not come yet. */
    int missing() {
        return missing;
    }

    /** In nanoseconds; 1 stands for the slowest delivery. */
    long percentile(double part) {
        long[] sorted = Arrays.copyOf(nanos, delivered);
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }
}
