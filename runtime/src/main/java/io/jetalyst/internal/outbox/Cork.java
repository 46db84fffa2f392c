package io.jetalyst.internal.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Remembers which thread holds back what it sends, because it is about to send more. Other threads are not affected. The lock of the
 * {@link Outbox} guards all state but the holder, which only the holding thread compares with itself.
 */
final class Cork {
    /** Whether the holding thread is certain to flush soon: its listeners do not block. */
    private final boolean prompt;

    private @Nullable Thread holder;
    private boolean scheduled;

    Cork(boolean prompt) {
        this.prompt = prompt;
    }

    void begin() {
        holder = Thread.currentThread();
    }

    void end() {
        holder = null;
    }

    boolean isMine() {
        return holder == Thread.currentThread();
    }

    /** Whether the caller has to schedule a flush by another thread, because the holder may block. */
    boolean schedulesFlush() {
        boolean now = !prompt && !scheduled;
        scheduled |= now;
        return now;
    }

    /** The scheduled flush has started. */
    void flushed() {
        scheduled = false;
    }
}
