package io.jetalyst.jetty;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Whether an exchange is answered, whether it has ended, and the tasks to run then. Safe for all threads. A superclass with two fields, so that
 * it costs no object for each request.
 */
abstract class ExchangeState {
    private static final VarHandle ANSWERED = field("answered", boolean.class);
    private static final VarHandle END_TASKS = field("endTasks", Runnable.class);
    private static final Runnable ENDED = () -> {};

    private volatile boolean answered;
    /** {@link #ENDED} when the response was sent or has failed: the connection belongs to the next request. */
    private volatile @Nullable Runnable endTasks;

    private static VarHandle field(String name, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(ExchangeState.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** @return {@code false} if the exchange is answered already */
    final boolean beginAnswer() {
        return ANSWERED.compareAndSet(this, false, true);
    }

    final boolean isAnswered() {
        return answered;
    }

    final boolean hasEnded() {
        return endTasks == ENDED;
    }

    /** Runs the task when the exchange ends, or at once if it has ended. */
    final void addEndTask(Runnable added) {
        while (true) {
            Runnable before = endTasks;
            if (before == ENDED) {
                added.run();
                return;
            }
            if (END_TASKS.compareAndSet(this, before, before == null ? added : both(before, added))) {
                return;
            }
        }
    }

    private static Runnable both(Runnable first, Runnable second) {
        return () -> {
            EndTasks.runOne(first);
            EndTasks.runOne(second);
        };
    }

    /**
     * Ends the exchange.
     *
     * @return the tasks to run; {@code null} if there are none
     */
    final @Nullable Runnable end() {
        return (Runnable) END_TASKS.getAndSet(this, ENDED);
    }
}
