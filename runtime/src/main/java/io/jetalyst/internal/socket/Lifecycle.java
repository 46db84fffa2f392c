package io.jetalyst.internal.socket;

import io.jetalyst.socket.CloseStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of one session: open, then ending for a reason that never changes, then gone, then told. It also keeps listeners apart:
 * the end of a connection may be noticed while a listener runs, and is told when that one has returned, and the stage it returned is
 * done.
 *
 * <pre>
 *            end(status)          gone()         and no listener at work
 *   OPEN ───────────────▶ ENDING ───────▶ GONE ─────────────────────────▶ TOLD
 *
 *            enter()              await()
 *   IDLE ───────────────▶ RUNNING ───────▶ PENDING
 *     ◀───── leave() ────────┘                │
 *     ◀───── leave(), abandon() ──────────────┘
 * </pre>
 */
final class Lifecycle {
    private enum Stage {
        OPEN,
        ENDING,
        GONE,
        TOLD
    }

    private enum Listener {
        IDLE,
        RUNNING,
        /** It has returned, and its stage is not done. */
        PENDING
    }

    private Stage stage = Stage.OPEN;
    /** The opening counts as a listener, so that nothing is told before {@code onOpen}. */
    private Listener listener = Listener.RUNNING;
    /** Where one runs. */
    private @Nullable Thread thread;

    private boolean interrupted;

    private @Nullable CloseStatus status;
    private @Nullable Throwable error;
    private long endedAt;

    synchronized boolean open() {
        return stage == Stage.OPEN;
    }

    /** How the session ends; empty while it is open. */
    synchronized Optional<CloseStatus> status() {
        return Optional.ofNullable(status);
    }

    /** What ended the session, where that was an error. */
    synchronized Optional<Throwable> error() {
        return Optional.ofNullable(error);
    }

    /** For how many nanoseconds the session has been ending; 0 while it is open. */
    synchronized long endingFor(long now) {
        return stage == Stage.OPEN ? 0 : now - endedAt;
    }

    /** The session ends with this status; {@code false} if it already does, with another. */
    synchronized boolean end(CloseStatus with, @Nullable Throwable because, long now) {
        if (stage != Stage.OPEN) {
            return false;
        }
        stage = Stage.ENDING;
        status = with;
        error = because;
        endedAt = now;
        return true;
    }

    /** A listener is about to be called; {@code false} if the session is told to be over and nobody may be called any more. */
    synchronized boolean enter() {
        if (stage == Stage.GONE || stage == Stage.TOLD) {
            return false;
        }
        listener = Listener.RUNNING;
        thread = Thread.currentThread();
        return true;
    }

    /** Interrupts the listener, if one has not returned. */
    synchronized void interrupt() {
        if (thread != null) {
            interrupted = true;
            thread.interrupt();
        }
    }

    private void returned() {
        if (interrupted && thread == Thread.currentThread()) {
            Thread.interrupted(); // nobody else is meant
        }
        thread = null;
    }

    /**
     * The listener has returned a stage; {@link #leave} follows when that is done.
     *
     * @return whether the server has the time to wait for it
     */
    synchronized boolean await() {
        listener = Listener.PENDING;
        returned();
        return !interrupted;
    }

    /** The listener is done; {@code true} if the caller now has to tell the end. */
    synchronized boolean leave() {
        returned();
        listener = Listener.IDLE;
        return tell();
    }

    /** Waits no more for a stage; {@code true} if the connection is gone and the caller now has to tell the end. */
    synchronized boolean abandon() {
        return listener == Listener.PENDING && leave();
    }

    /** The connection is gone, after {@link #end}; {@code true} if the caller now has to tell the end. */
    synchronized boolean gone() {
        if (stage == Stage.ENDING) {
            stage = Stage.GONE;
        }
        return tell();
    }

    private boolean tell() {
        if (stage != Stage.GONE || listener != Listener.IDLE) {
            return false;
        }
        stage = Stage.TOLD;
        return true;
    }
}
