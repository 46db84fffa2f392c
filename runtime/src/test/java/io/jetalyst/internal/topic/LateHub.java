package io.jetalyst.internal.topic;

import io.jetalyst.socket.Hub;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A hub that does everything later and in order, as a hub on a remote broker does. */
final class LateHub implements Hub {
    private final MemoryHub broker;
    private final Executor serial;
    private final Queue<Gate> gates = new ConcurrentLinkedQueue<>();
    /** The members that joined through this process. Only tasks of {@link #serial} use it. */
    private final Set<Seat> seats = new LinkedHashSet<>();

    private volatile boolean closed;

    /** One that has its broker for itself. */
    LateHub(Executor serial) {
        this(new MemoryHub(), serial);
    }

    /** One of several before the same broker, which share the thread as well. */
    LateHub(MemoryHub broker, Executor serial) {
        this.broker = broker;
        this.serial = serial;
    }

    @Override
    public Subscription subscribe(String topic, String after, Listener listener) {
        if (closed) {
            throw over();
        }
        Gate gate = new Gate(listener);
        gates.add(gate);
        serial.execute(() -> subscribe(topic, after, gate));
        return gate;
    }

    @Override
    public CompletionStage<String> publish(String topic, byte[] message, int keep) {
        return later(() -> closed ? refused() : broker.publish(topic, message, keep));
    }

    @Override
    public CompletionStage<Void> join(String topic, String session, String member) {
        return later(() -> {
            if (closed) {
                return refused();
            }
            seats.add(new Seat(topic, session));
            return broker.join(topic, session, member);
        });
    }

    @Override
    public CompletionStage<Void> leave(String topic, String session) {
        return later(() -> {
            seats.remove(new Seat(topic, session));
            return broker.leave(topic, session);
        });
    }

    @Override
    public void close() {
        closed = true;
        gates.forEach(Gate::close);
        serial.execute(this::leaveAll);
    }

    private void leaveAll() {
        seats.forEach(seat -> broker.leave(seat.topic(), seat.session()));
        seats.clear();
    }

    private void subscribe(String topic, String after, Gate gate) {
        if (closed) {
            gate.close();
        } else {
            gate.behind(broker.subscribe(topic, after, gate));
        }
    }

    private <T> CompletionStage<T> later(Supplier<CompletionStage<T>> call) {
        CompletableFuture<CompletionStage<T>> called = new CompletableFuture<>();
        serial.execute(() -> called.complete(call.get()));
        return called.thenCompose(stage -> stage);
    }

    private static <T> CompletionStage<T> refused() {
        return CompletableFuture.failedStage(over());
    }

    private static IllegalStateException over() {
        return new IllegalStateException("the hub is closed");
    }

    private record Seat(String topic, String session) {}

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
        public synchronized void onStart(Start start) {
            if (!shut) {
                listener.onStart(start);
            }
        }

        @Override
        public synchronized void onEntry(Entry entry) {
            if (!shut) {
                listener.onEntry(entry);
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
