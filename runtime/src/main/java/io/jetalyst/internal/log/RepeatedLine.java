package io.jetalyst.internal.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log that clients can cause as often as they like. It is written at once, and then at most once in a second: the last one of
 * each second, with the number of those that were left out. Safe for all threads.
 */
public final class RepeatedLine {
    private static final long SECONDS = 1;

    private final AtomicBoolean pausing = new AtomicBoolean();
    private final AtomicReference<@Nullable Consumer<String>> last = new AtomicReference<>();
    private final LongAdder leftOut = new LongAdder();

    /** @param line writes the line, now or later on another thread; its argument is the end of the sentence, which may be empty */
    public void write(Consumer<String> line) {
        if (!pausing.get() && pausing.compareAndSet(false, true)) {
            write(line, 0);
            return;
        }
        leftOut.increment();
        last.set(line);
        if (!pausing.get()) {
            writeLast(); // the pause has ended in between
        }
    }

    private void write(Consumer<String> line, long before) {
        try {
            line.accept(before == 0 ? "" : " (and " + before + " more)");
        } finally {
            CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS, Runnable::run)
                    .execute(this::endPause);
        }
    }

    private void endPause() {
        pausing.set(false);
        writeLast();
    }

    private void writeLast() {
        while (last.get() != null && pausing.compareAndSet(false, true)) {
            Consumer<String> line = last.getAndSet(null);
            if (line != null) {
                write(line, Math.max(0, leftOut.sumThenReset() - 1));
                return;
            }
            pausing.set(false); // another thread has written it
        }
    }
}
