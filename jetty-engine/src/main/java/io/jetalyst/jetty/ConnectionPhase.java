package io.jetalyst.jetty;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The phase of a connection of HTTP/1. The threads that read from it and answer it take turns, so they need no atomic change, except where
 * another thread may end the connection because its head is late. Numbers instead of an enum: each request changes them several times, and
 * a store of a reference costs the garbage collector a fence.
 */
final class ConnectionPhase {
    /** Between two requests. */
    private static final int IDLE = 0;
    /** A part of a head has arrived. */
    private static final int PARTIAL_HEAD = 1;
    /** A whole head has arrived, and no part of it was awaited. */
    private static final int WHOLE_HEAD = 2;
    /** A request is being answered. */
    private static final int EXCHANGE = 3;
    /** The head did not arrive in time. */
    private static final int EXPIRED = 4;
    /** The connection carries another protocol: HTTP/2 or a socket. */
    private static final int UPGRADED = 5;

    private final AtomicInteger phase = new AtomicInteger();

    boolean isIdle() {
        return phase.get() == IDLE;
    }

    boolean isHeadPartial() {
        return phase.get() == PARTIAL_HEAD;
    }

    /** Whether a part of a request head has arrived, and the request is not being answered yet. */
    boolean isArriving() {
        int now = phase.get();
        return now == PARTIAL_HEAD || now == WHOLE_HEAD;
    }

    boolean isExchange() {
        return phase.get() == EXCHANGE;
    }

    boolean isExpired() {
        return phase.get() == EXPIRED;
    }

    /** The first part of a head has arrived, or all of it. */
    void headArrived(boolean whole) {
        phase.setRelease(whole ? WHOLE_HEAD : PARTIAL_HEAD);
    }

    /** @return {@code false} if the head has expired, so that the request is not to be answered any more */
    boolean beginExchange() {
        int before = phase.get();
        if (before == PARTIAL_HEAD) {
            return phase.compareAndSet(PARTIAL_HEAD, EXCHANGE);
        }
        if (before != EXPIRED) {
            phase.setRelease(EXCHANGE);
        }
        return before != EXPIRED;
    }

    void endExchange() {
        if (isExchange()) {
            phase.setRelease(IDLE);
        }
    }

    /** Whether the head has not arrived whole, so that the connection ends now. */
    boolean expire() {
        return phase.compareAndSet(PARTIAL_HEAD, EXPIRED);
    }

    void upgrade() {
        phase.set(UPGRADED);
    }
}
