package io.jetalyst.testkit.tests;

import io.jetalyst.socket.CloseStatus;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The close statuses that the application received. */
final class Doors {
    private final BlockingQueue<CloseStatus> ends = new LinkedBlockingQueue<>();

    void ended(CloseStatus status) {
        ends.add(status);
    }

    /** The next end, or null if there is none in time. */
    CloseStatus next() throws InterruptedException {
        return ends.poll(10, TimeUnit.SECONDS);
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }
}
