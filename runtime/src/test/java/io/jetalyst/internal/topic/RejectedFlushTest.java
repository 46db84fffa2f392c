package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.internal.outbox.OfferResult;
import io.jetalyst.internal.outbox.Outbound;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RejectedFlushTest {
    /** Its executor rejects the first task. */
    private static final class Rejecting implements Subscriber {
        private final Subscriptions subscriptions = new Subscriptions(this);
        private int tasks;
        private int flushes;

        @Override
        public String id() {
            return "rejecting";
        }

        @Override
        public Subscriptions subscriptions() {
            return subscriptions;
        }

        @Override
        public int maxSubscriptions() {
            return 1;
        }

        @Override
        public OfferResult offer(Outbound.Frame frame) {
            throw new AssertionError("nothing is published");
        }

        @Override
        public boolean acceptsReplay() {
            return true;
        }

        @Override
        public void replay(byte[] message, boolean unlimited) {}

        @Override
        public void flush() {
            flushes++;
        }

        @Override
        public boolean isTooSlow() {
            return false;
        }

        @Override
        public void awaitWriter(long deadline) {}

        @Override
        public void execute(Runnable task) {
            if (++tasks == 1) {
                throw new RejectedExecutionException("no thread");
            }
            task.run();
        }
    }

    @Test
    void schedulesTheNextFlushAfterOneWasRejected() {
        Rejecting subscriber = new Rejecting();
        FanOut fanOut = new FanOut(true, () -> List.of(subscriber), List::of);
        assertThrows(RejectedExecutionException.class, fanOut::flush);
        fanOut.flush();
        assertEquals(1, subscriber.flushes);
    }
}
