package io.jetalyst.internal.protocol;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bounded pool of objects that are expensive to create. Thread-safe; no method blocks. */
final class Pool<T> {
    private final int max;
    private final Supplier<T> factory;
    private final Consumer<T> resetter;
    private final Consumer<T> destructor;
    private final ArrayDeque<T> idle = new ArrayDeque<>();
    /** The number of idle and borrowed objects. */
    private int alive;

    private boolean closed;

    /**
     * @param max how many idle objects the pool keeps
     * @param resetter prepares an object for reuse
     * @param destructor frees the resources of an object
     */
    Pool(int max, Supplier<T> factory, Consumer<T> resetter, Consumer<T> destructor) {
        this.max = max;
        this.factory = factory;
        this.resetter = resetter;
        this.destructor = destructor;
    }

    /** Returns an object that {@link #release} must follow. */
    T borrow() {
        T kept = kept();
        return kept != null ? kept : factory.get();
    }

    private synchronized @Nullable T kept() {
        T kept = idle.poll();
        if (kept == null) {
            alive++;
        }
        return kept;
    }

    void release(T borrowed) {
        resetter.accept(borrowed);
        if (!keeps(borrowed)) {
            destructor.accept(borrowed);
        }
    }

    private synchronized boolean keeps(T borrowed) {
        if (closed || idle.size() == max) {
            alive--;
            return false;
        }
        idle.push(borrowed);
        return true;
    }

    synchronized int alive() {
        return alive;
    }

    /** Destroys the idle objects; from now on an object is destroyed when it is released. */
    synchronized void close() {
        closed = true;
        alive -= idle.size();
        idle.forEach(destructor);
        idle.clear();
    }
}
