package io.jetalyst.contract.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Records the calls of the engine, and those that it makes in the wrong order. */
class RecordingReceiver implements SocketReceiver {
    final CompletableFuture<SocketWire> opened = new CompletableFuture<>();
    final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final AtomicBoolean running = new AtomicBoolean();

    @Override
    public void opened(SocketWire wire) {
        check(running.compareAndSet(false, true), "opened during a call");
        check(opened.complete(wire), "opened twice");
        check(running.compareAndSet(true, false), "another call has ended during opened");
    }

    @Override
    public final boolean received(ByteBuffer bytes) {
        check(running.compareAndSet(false, true), "received during a call");
        check(opened.isDone(), "received before opened");
        try {
            return receive(opened.join(), bytes);
        } finally {
            check(running.compareAndSet(true, false), "another call has ended during received");
        }
    }

    /** Takes all bytes. */
    boolean receive(SocketWire wire, ByteBuffer bytes) {
        take(bytes, bytes.remaining());
        return true;
    }

    /** Takes so many bytes at most. */
    final synchronized byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[Math.min(length, bytes.remaining())];
        bytes.get(taken);
        received.writeBytes(taken);
        notifyAll();
        return taken;
    }

    @Override
    public void closed(@Nullable Throwable failure) {
        check(closed.getCount() == 1, "closed twice");
        closed.countDown();
    }

    final void check(boolean holds, String error) {
        if (!holds) {
            errors.add(error);
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Waits for so many bytes; the test's time bounds it. */
    final synchronized String await(int length) throws InterruptedException {
        while (received.size() < length) {
            wait();
        }
        return received.toString(UTF_8);
    }

    /** Writes bytes; the result completes when the engine has reported it. */
    static CompletableFuture<Void> write(SocketWire wire, byte[] bytes) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        boolean written = wire.write(wire.buffer().put(bytes).flip(), failure -> {
            if (failure == null) {
                result.complete(null);
            } else {
                result.completeExceptionally(failure);
            }
        });
        if (written) {
            result.complete(null);
        }
        return result;
    }
}
