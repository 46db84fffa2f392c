package io.jetalyst.jetty;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.engine.SocketWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Transfers the bytes of one socket between Jetty and the runtime, over TCP, TLS or a stream of HTTP/2.
 *
 * <p>The selector thread reads, and registers interest at once, so that no other thread has to wake it for that. It calls a receiver that
 * never blocks itself. A receiver that may block is called by another thread, which continues to read while there is more. In both
 * cases one thread at a time is {@code busy} with the socket. A socket that is not busy holds no pooled buffer.
 *
 * <p>While the receiver blocks, or has paused reading, a limited number of bytes is read ahead and {@linkplain SocketReceiver#peek shown}
 * to it, so that it can answer pings.
 */
final class JettySocket extends AbstractConnection implements Connection.UpgradeTo, SocketWire {
    private static final int INPUT_BYTES = 16 * 1024;
    private static final int MAX_AHEAD_BYTES = 16 * 1024;
    /** A receiver that has not returned for so long counts as blocked. */
    private static final long BLOCKED_MILLIS = 100;

    private static final ByteBuffer NOTHING = BufferUtil.EMPTY_BUFFER;

    private final SocketReceiver receiver;
    private final boolean nonBlocking;
    private final ByteBufferPool buffers;
    private final Scheduler scheduler;
    private final SocketOutput output;
    private final Callback fillCallback = new FillCallback(this);

    /** Bytes that the receiver was given and did not accept. Owned by the busy thread. */
    private ByteBuffer rest = NOTHING;
    /** Bytes behind those, which the receiver was not given yet. */
    private ByteBuffer ahead = NOTHING;

    /** Whether a thread reads or a task that reads is scheduled. The opening counts as one. */
    private boolean busy = true;
    /** Whether Jetty will call {@link #onFillable}. */
    private boolean interested;
    /** Whether a thread reads ahead; the busy thread must not read then. */
    private boolean peeking;
    /** Whether the end of the input was reached while reading ahead. */
    private boolean ended;
    /** Whether the receiver has paused reading. */
    private boolean paused;
    /** Whether the receiver has resumed reading before its call has returned. */
    private boolean resumed;
    /** Counts when the receiver is called and when it returns: odd while it is called. The opening is the first call. */
    private volatile int calls = 1;
    /** The call that was found to block. */
    private int blockedCall;
    /** Whether {@link #checkBlocked} is scheduled. */
    private boolean checking;

    private boolean opened;
    /** Whether the connection has ended, which may happen while the receiver is still opening. */
    private boolean disconnected;

    private @Nullable Throwable failure;

    JettySocket(
            SocketUpgrade upgrade, EndPoint endPoint, TaskRunner tasks, ByteBufferPool buffers, Scheduler scheduler) {
        super(endPoint, tasks);
        this.receiver = upgrade.receiver();
        this.nonBlocking = upgrade.nonBlocking();
        this.buffers = buffers;
        this.scheduler = scheduler;
        this.output = new SocketOutput(endPoint, buffers);
    }

    /** Receives the bytes that the client has sent right behind its handshake. */
    @Override
    public void onUpgradeTo(ByteBuffer bytes) {
        ahead = copy(bytes);
    }

    @Override
    public void onOpen() {
        super.onOpen();
        getEndPoint().setIdleTimeout(0); // the runtime sends pings and has its own idle timeout
        if (!nonBlocking) {
            registerInterest();
        }
        call(this::begin);
    }

    private void begin() {
        try {
            receiver.opened(this);
        } catch (Throwable e) { // such as an OutOfMemoryError: no thread would ever read, and no timeout would end the
            // socket
            close(e);
            throw e;
        } finally {
            endOpening();
        }
    }

    private void endOpening() {
        calls++;
        boolean ended;
        synchronized (this) {
            opened = true;
            ended = disconnected;
        }
        if (ended) {
            receiver.closed(failure);
        } else {
            read();
        }
    }

    /** Jetty calls this on the selector thread when there are bytes to read. */
    @Override
    public void onFillable() {
        switch (onReadable()) {
            case PEEK -> peek();
            case READ -> {
                if (nonBlocking) {
                    read();
                } else {
                    dispatchRead();
                }
            }
            case NOTHING -> {}
        }
    }

    private enum Action {
        READ,
        PEEK,
        NOTHING
    }

    private synchronized Action onReadable() {
        interested = false;
        if (!busy && !paused) {
            busy = true;
            return Action.READ;
        }
        if (busy && blockedCall != calls) {
            scheduleCheck();
            return Action.NOTHING;
        }
        return startPeeking() ? Action.PEEK : Action.NOTHING;
    }

    /** Reads what is there, and leaves it to a thread that may block. */
    private void dispatchRead() {
        RetainableByteBuffer input = buffers.acquire(INPUT_BYTES, true);
        try {
            if (!fill(input)) {
                return;
            }
            rest = copy(input.getByteBuffer());
        } finally {
            input.release();
        }
        registerInterest();
        execute(this::read);
    }

    /** Passes all bytes to the receiver until there are no more or it pauses. Called by the busy thread. */
    private void read() {
        RetainableByteBuffer input = null;
        ByteBuffer bytes = rest;
        rest = NOTHING;
        try {
            while (true) {
                if (bytes.hasRemaining() && !deliver(bytes)) {
                    return;
                }
                bytes = takeAhead(input);
                if (bytes == null) {
                    return;
                }
                if (bytes.hasRemaining()) {
                    continue;
                }
                if (input == null) {
                    input = buffers.acquire(INPUT_BYTES, true);
                }
                if (!fill(input)) {
                    return;
                }
                bytes = input.getByteBuffer();
            }
        } finally {
            if (input != null) {
                input.release();
            }
        }
    }

    /** Returns {@code false} if the receiver has paused reading; this thread is not busy any more then. */
    private boolean deliver(ByteBuffer bytes) {
        while (!received(bytes)) {
            if (pause(bytes)) {
                return false;
            }
            if (!bytes.hasRemaining()) {
                return true;
            }
        }
        return true;
    }

    /** Ends being busy, unless the receiver has resumed reading already. */
    private boolean pause(ByteBuffer bytes) {
        boolean register;
        synchronized (this) {
            if (resumed) {
                resumed = false;
                return false;
            }
            rest = copy(bytes);
            paused = true;
            busy = false;
            register = mayPeek() && !interested;
            interested |= register;
        }
        if (register) {
            fillInterested(fillCallback);
        }
        return true;
    }

    private boolean received(ByteBuffer bytes) {
        calls++; // only the busy thread writes it
        try {
            return receiver.received(bytes);
        } catch (Throwable e) {
            close(e); // no thread would ever read again
            throw e;
        } finally {
            calls++;
        }
    }

    /**
     * The bytes that were read ahead; empty if this thread is to read; {@code null} if it is not busy any more, and another thread will be.
     */
    private @Nullable ByteBuffer takeAhead(@Nullable RetainableByteBuffer input) {
        synchronized (this) {
            if (!peeking && ahead.hasRemaining()) {
                ByteBuffer bytes = ahead;
                ahead = NOTHING;
                return bytes;
            }
            if (interested || peeking) {
                busy = false;
                return null;
            }
        }
        if (nonBlocking && input != null) {
            leave(); // most likely there is nothing more; if there is, other sockets have their turn first
            return null;
        }
        return NOTHING;
    }

    /** Reads once; {@code false} if there was nothing, and this thread is not busy any more. */
    private boolean fill(RetainableByteBuffer input) {
        try {
            ByteBuffer bytes = input.getByteBuffer();
            BufferUtil.clear(bytes);
            int count = getEndPoint().fill(bytes);
            if (count == 0) {
                leave();
            } else if (count < 0) {
                close();
            }
            return count > 0;
        } catch (IOException e) {
            close(e);
            return false;
        }
    }

    /** Ends being busy, and asks Jetty to call {@link #onFillable}. */
    private void leave() {
        synchronized (this) {
            interested = true;
            busy = false;
        }
        fillInterested(fillCallback);
    }

    /** Asks the same, and stays busy. */
    private void registerInterest() {
        synchronized (this) {
            interested = true;
        }
        fillInterested(fillCallback);
    }

    private boolean mayPeek() {
        return !peeking && !ended && ahead.remaining() < MAX_AHEAD_BYTES;
    }

    private boolean startPeeking() {
        peeking = mayPeek();
        return peeking;
    }

    /** There is input that the busy thread does not read for now. It is read ahead if the receiver turns out to block. */
    private void scheduleCheck() {
        if (!nonBlocking && !checking) {
            checking = true;
            int call = calls;
            scheduler.schedule(() -> checkBlocked(call), BLOCKED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void checkBlocked(int call) {
        synchronized (this) {
            checking = false;
            if (!busy) {
                return;
            }
            if (call != calls || call % 2 == 0) { // the busy thread may be reading
                if (!interested) {
                    scheduleCheck();
                }
                return;
            }
            blockedCall = call;
            if (interested || !startPeeking()) {
                return;
            }
        }
        peek();
    }

    /** Reads ahead and shows the bytes to the receiver. No other thread reads meanwhile. */
    private void peek() {
        boolean end = true;
        try {
            end = fillAhead();
            if (ahead.hasRemaining()) {
                receiver.peek(ahead.duplicate());
            }
        } finally {
            endPeeking(end);
        }
    }

    /** Returns whether the end of the input was reached. */
    private boolean fillAhead() {
        RetainableByteBuffer input = buffers.acquire(INPUT_BYTES, true);
        try {
            ByteBuffer bytes = input.getByteBuffer();
            BufferUtil.clear(bytes);
            int count = getEndPoint().fill(bytes);
            if (count > 0) {
                ahead = ByteBuffer.allocate(ahead.remaining() + count)
                        .put(ahead)
                        .put(bytes)
                        .flip();
            }
            return count < 0;
        } catch (IOException e) {
            return true; // the thread that reads on fails in the same way
        } finally {
            input.release();
        }
    }

    private void endPeeking(boolean end) {
        boolean reads = false;
        boolean register = false;
        boolean close;
        synchronized (this) {
            peeking = false;
            ended |= end;
            close = ended && paused && !rest.hasRemaining() && !ahead.hasRemaining();
            if (!busy && !paused) {
                busy = true;
                reads = true;
            } else {
                register = mayPeek() && !interested;
                interested |= register;
            }
        }
        if (close) {
            close(); // there is nothing that the receiver could still accept
        } else if (reads) {
            execute(this::read);
        } else if (register) {
            fillInterested(fillCallback);
        }
    }

    @Override
    public void resume() {
        synchronized (this) {
            if (!paused) {
                resumed = true;
                return;
            }
            paused = false;
            if (peeking) {
                return; // the thread that reads ahead continues
            }
            busy = true;
        }
        execute(this::read);
    }

    @Override
    public ByteBuffer buffer() {
        return output.buffer();
    }

    @Override
    public void discardBuffer() {
        output.discard();
    }

    @Override
    public boolean write(ByteBuffer bytes, Written written) {
        return output.write(bytes, written);
    }

    @Override
    public void shutdownOutput() {
        getEndPoint().shutdownOutput();
    }

    @Override
    public void execute(Runnable task) {
        getExecutor().execute(task);
    }

    @Override
    public void close() {
        output.cancel();
        super.close();
    }

    private void close(Throwable cause) {
        output.cancel();
        getEndPoint().close(cause);
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        super.onClose(cause);
        synchronized (this) {
            disconnected = true;
            failure = cause;
            if (!opened) {
                return;
            }
        }
        call(() -> receiver.closed(cause));
    }

    /** Calls the receiver: on this thread if it never blocks. */
    private void call(Runnable task) {
        if (nonBlocking) {
            task.run();
        } else {
            execute(task);
        }
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return bytes.hasRemaining()
                ? ByteBuffer.allocate(bytes.remaining()).put(bytes).flip()
                : NOTHING;
    }

    /** Jetty calls it on the selector thread when the socket is readable. */
    private record FillCallback(JettySocket socket) implements Callback {
        @Override
        public void succeeded() {
            socket.onFillable();
        }

        /** The connection is closed, or Jetty stops. */
        @Override
        public void failed(Throwable cause) {
            socket.close(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
