package io.jetalyst.internal.pipeline;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs, in dev mode, the non-blocking handlers and listeners that keep the engine's thread for long, each once with the stack that it was found in:
 * meanwhile that thread reads from none of its connections.
 */
final class BlockingWatch {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.blocking");
    private static final long LIMIT_MILLIS = 50;

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** The current thread begins to run a handler. */
    Turn begin(String handler) {
        Turn turn = new Turn(Thread.currentThread(), handler);
        CompletableFuture.delayedExecutor(LIMIT_MILLIS, TimeUnit.MILLISECONDS).execute(() -> check(turn));
        return turn;
    }

    private void check(Turn turn) {
        StackTraceElement[] stack = turn.thread.getStackTrace();
        if (turn.ended || !logged.add(turn.handler)) {
            return;
        }
        Throwable place = new Throwable("the thread is here");
        place.setStackTrace(stack);
        LOG.warn(
                "{} is non-blocking, but has kept the thread that reads from connections for more than {} ms. Do not block in it, or"
                        + " remove @NonBlocking.",
                turn.handler,
                LIMIT_MILLIS,
                place);
    }

    /** One run of a handler. */
    static final class Turn {
        private final Thread thread;
        private final String handler;
        private volatile boolean ended;

        Turn(Thread thread, String handler) {
            this.thread = thread;
            this.handler = handler;
        }

        void end() {
            ended = true;
        }
    }
}
