package io.jetalyst.internal.session;

import io.jetalyst.socket.CloseStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one session: open, then closing with a status that never changes, then disconnected, then notified. It also serializes
 * the listeners: the connection may end while a listener runs, and {@code onClose} is called when that listener has returned and the stage
 * it returned is done.
 *
 * <pre>
 *            close(status)           disconnected()            and no active listener
 *   OPEN ────────────────▶ CLOSING ───────────────▶ DISCONNECTED ─────────────────▶ CLOSED_NOTIFIED
 *
 *            enter()              await()
 *   IDLE ───────────────▶ RUNNING ───────▶ PENDING
 *     ◀───── leave() ────────┘                │
 *     ◀───── leave(), abandon() ──────────────┘
 * </pre>
 */
final class Lifecycle {
    private enum State {
        OPEN,
        CLOSING,
        DISCONNECTED,
        CLOSED_NOTIFIED
    }

    private enum Listener {
        IDLE,
        RUNNING,
        /** It has returned, and its stage is not done. */
        PENDING
    }

    private State state = State.OPEN;
    /** The opening counts as a listener, so that {@code onClose} is not called before {@code onOpen}. */
    private Listener listener = Listener.RUNNING;
    /** The thread of a running listener. */
    private @Nullable Thread thread;

    private boolean interrupted;

    private @Nullable CloseStatus status;
    private @Nullable Throwable error;
    private long closingSince;

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    /** The status that the session closes or has closed with; 1006 while it is open. */
    synchronized CloseStatus status() {
        return status == null ? CloseStatuses.DISCONNECTED : status;
    }

    /** The error that closed the session, if any. */
    synchronized Optional<Throwable> error() {
        return Optional.ofNullable(error);
    }

    /** For how many nanoseconds the session has been closing; 0 while it is open. */
    synchronized long closingNanos(long now) {
        return state == State.OPEN ? 0 : now - closingSince;
    }

    /** Closes the session with a status; {@code false} if it is closing already. */
    synchronized boolean close(CloseStatus status, @Nullable Throwable error, long now) {
        if (state != State.OPEN) {
            return false;
        }
        state = State.CLOSING;
        this.status = status;
        this.error = error;
        closingSince = now;
        return true;
    }

    /** A listener is about to be called; {@code false} if the session is disconnected and no message listener may run any more. */
    synchronized boolean enter() {
        if (state == State.DISCONNECTED || state == State.CLOSED_NOTIFIED) {
            return false;
        }
        listener = Listener.RUNNING;
        thread = Thread.currentThread();
        return true;
    }

    /**
     * Calls a task if the session is open and a listener, or its stage, is not done. The reading thread does not read meanwhile, because
     * the listener cannot be {@linkplain #leave left}.
     */
    synchronized void whileListenerActive(Runnable task) {
        if (isListenerActive()) {
            task.run();
        }
    }

    /** Calls a task while {@link #whileListenerActive} does not. */
    synchronized void exclude(Runnable task) {
        task.run();
    }

    synchronized boolean isListenerActive() {
        return state == State.OPEN && listener != Listener.IDLE;
    }

    /** Interrupts the listener that is running, if any. */
    synchronized void interrupt() {
        if (thread != null) {
            interrupted = true;
            thread.interrupt();
        }
    }

    private void returned() {
        if (interrupted && thread == Thread.currentThread()) {
            Thread.interrupted(); // the interrupt was for this listener only
        }
        thread = null;
    }

    /**
     * The listener has returned a stage; {@link #leave} follows when it is done.
     *
     * @return whether the server still waits for it
     */
    synchronized boolean await() {
        listener = Listener.PENDING;
        returned();
        return !interrupted;
    }

    /** The listener is done; {@code true} if the caller must now call {@code onClose}. */
    synchronized boolean leave() {
        returned();
        listener = Listener.IDLE;
        return mustNotify();
    }

    /** Stops waiting for a stage; {@code true} if the caller must now call {@code onClose}. */
    synchronized boolean abandon() {
        return listener == Listener.PENDING && leave();
    }

    /** The connection has ended, after {@link #close}; {@code true} if the caller must now call {@code onClose}. */
    synchronized boolean disconnected() {
        if (state == State.CLOSING) {
            state = State.DISCONNECTED;
        }
        return mustNotify();
    }

    private boolean mustNotify() {
        if (state != State.DISCONNECTED || listener != Listener.IDLE) {
            return false;
        }
        state = State.CLOSED_NOTIFIED;
        return true;
    }
}
