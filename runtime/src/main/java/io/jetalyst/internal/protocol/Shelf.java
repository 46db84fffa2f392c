package io.jetalyst.internal.protocol;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Things that are costly to make, kept for the next who needs one; a bounded number of them. Safe for all threads, blocks none. */
final class Shelf<T> {
    private final int most;
    private final Supplier<T> maker;
    private final Consumer<T> cleaner;
    private final Consumer<T> ender;
    private final ArrayDeque<T> idle = new ArrayDeque<>();
    /** Those on the shelf and those that are lent. */
    private int alive;

    private boolean closed;

    /**
     * @param most how many are kept
     * @param cleaner makes one as good as new
     * @param ender releases what one holds
     */
    Shelf(int most, Supplier<T> maker, Consumer<T> cleaner, Consumer<T> ender) {
        this.most = most;
        this.maker = maker;
        this.cleaner = cleaner;
        this.ender = ender;
    }

    /** One that is as good as new, for {@link #giveBack}. */
    T lend() {
        T kept = kept();
        return kept != null ? kept : maker.get();
    }

    private synchronized @Nullable T kept() {
        T kept = idle.poll();
        if (kept == null) {
            alive++;
        }
        return kept;
    }

    void giveBack(T lent) {
        cleaner.accept(lent);
        if (!keeps(lent)) {
            ender.accept(lent);
        }
    }

    private synchronized boolean keeps(T lent) {
        if (closed || idle.size() == most) {
            alive--;
            return false;
        }
        idle.push(lent);
        return true;
    }

    synchronized int alive() {
        return alive;
    }

    /** Ends those on the shelf; from now on one is ended as soon as it is given back. */
    synchronized void close() {
        closed = true;
        alive -= idle.size();
        idle.forEach(ender);
        idle.clear();
    }
}
