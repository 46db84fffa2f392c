package io.jetalyst.jetty;

import java.util.concurrent.atomic.LongAdder;

/**
 * Limits the requests that are in flight on all connections, from the head of a request to the end of its response. Safe for all threads. A
 * {@link LongAdder}, because all threads change the number with each request.
 */
final class InFlight {
    private final int max;
    private final LongAdder requests = new LongAdder();

    InFlight(int max) {
        this.max = max;
    }

    /**
     * Counts a request, if it may be in flight. Two threads that want the last place may both find it taken.
     *
     * @return whether it is counted, so that {@link #end} is to be called
     */
    boolean begin() {
        requests.increment();
        if (requests.sum() <= max) {
            return true;
        }
        requests.decrement();
        return false;
    }

    /** A request that was counted has ended. */
    void end() {
        requests.decrement();
    }

    /** The number of requests in flight. */
    long count() {
        return Math.max(0, requests.sum());
    }
}
