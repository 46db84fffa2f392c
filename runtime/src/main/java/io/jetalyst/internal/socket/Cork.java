package io.jetalyst.internal.socket;

import org.jspecify.annotations.Nullable;

/**
 * Whether a thread holds what it sends, because it is about to send more. Others are not concerned: they see a thread that is not they.
 * All but {@link #isMine} is guarded by its {@link Outbox}, or called by the thread that holds.
 */
final class Cork {
    /** Whether who holds comes to the end without delay. */
    private final boolean prompt;

    private @Nullable Thread holder;
    private boolean asked;

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

    /** Whether another thread has to be asked now to see to what is held, for this may take long. */
    boolean asks() {
        boolean now = !prompt && !asked;
        asked |= now;
        return now;
    }

    /** It sees to it. */
    void answered() {
        asked = false;
    }
}
