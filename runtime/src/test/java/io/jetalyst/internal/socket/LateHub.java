package io.jetalyst.internal.socket;

import io.jetalyst.socket.Hub;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A hub that does everything later, in order, as one on a broker does. */
final class LateHub implements Hub {
    private final MemoryHub hub = new MemoryHub();
    private final Executor serial;
    private volatile boolean closed;

    LateHub(Executor serial) {
        this.serial = serial;
    }

    @Override
    public Subscription subscribe(String topic, String after, Listener listener) {
        if (closed) {
            throw new IllegalStateException("the hub is closed");
        }
        Gate gate = new Gate(listener);
        serial.execute(() -> subscribe(topic, after, gate));
        return gate;
    }

    @Override
    public CompletionStage<String> publish(String topic, byte[] message, int keep) {
        return later(() -> hub.publish(topic, message, keep));
    }

    @Override
    public CompletionStage<Void> join(String topic, String session, String member) {
        return later(() -> hub.join(topic, session, member));
    }

    @Override
    public CompletionStage<Void> leave(String topic, String session) {
        return later(() -> hub.leave(topic, session));
    }

    @Override
    public void close() {
        closed = true;
        hub.close();
    }

    private void subscribe(String topic, String after, Gate gate) {
        try {
            gate.behind(hub.subscribe(topic, after, gate));
        } catch (IllegalStateException closedMeanwhile) {
            gate.close();
        }
    }

    private <T> CompletionStage<T> later(Supplier<CompletionStage<T>> call) {
        CompletableFuture<CompletionStage<T>> called = new CompletableFuture<>();
        serial.execute(() -> called.complete(call.get()));
        return called.thenCompose(stage -> stage);
    }

    /** Lets nothing through any more when it is closed. */
    private static final class Gate implements Listener, Subscription {
        private final Listener listener;
        private boolean shut;

        Gate(Listener listener) {
            this.listener = listener;
        }

        synchronized void behind(Subscription subscription) {
            if (shut) {
                subscription.close();
            }
        }

        @Override
        public synchronized void begins(Start start) {
            if (!shut) {
                listener.begins(start);
            }
        }

        @Override
        public synchronized void hears(Entry entry) {
            if (!shut) {
                listener.hears(entry);
            }
        }

        @Override
        public void flush() {
            listener.flush();
        }

        @Override
        public synchronized void close() {
            shut = true;
        }
    }
}
