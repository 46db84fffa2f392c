package io.jetalyst.engine;

import io.jetalyst.http.HttpProblem;
import java.util.function.Consumer;

/** Reads and drops the rest of a body, within a number of bytes and a time. */
final class BodyDrain implements Runnable {
    private final PulledBody body;
    private final long until;
    private final long deadline;
    private final Consumer<Boolean> done;

    /**
     * @param until the number of bytes of the body, with those that were received before
     * @param deadline of {@link System#nanoTime}
     * @param done called once: {@code true} if the end was reached
     */
    BodyDrain(PulledBody body, long until, long deadline, Consumer<Boolean> done) {
        this.body = body;
        this.until = until;
        this.deadline = deadline;
        this.done = done;
    }

    @Override
    public void run() {
        byte[] part;
        try {
            do {
                part = body.next();
            } while (part != null && part != PulledBody.END && body.received() <= until);
        } catch (HttpProblem broken) {
            done.accept(false);
            return;
        }
        long left = deadline - System.nanoTime();
        if (part == null && left > 0) {
            body.await(this, left, () -> done.accept(false));
        } else {
            done.accept(part == PulledBody.END);
        }
    }
}
