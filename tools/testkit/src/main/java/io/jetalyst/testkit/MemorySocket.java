package io.jetalyst.testkit;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** A connection of a {@link MemoryEngine} that has become a socket. Its client reads all that is sent at once. */
public final class MemorySocket {
    private static final int BUFFER_BYTES = 32 * 1024;

    private final SocketReceiver receiver;
    private final MemoryEngine.Started engine;
    private final Wire wire = new Wire();

    /** Guarded by this. */
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private ByteBuffer waiting = ByteBuffer.allocate(0);
    private boolean paused;
    private boolean receiving;
    private boolean outputEnded;
    private boolean opened;
    private boolean closed;
    private @Nullable Throwable failure;

    MemorySocket(SocketReceiver receiver, MemoryEngine.Started engine) {
        this.receiver = receiver;
        this.engine = engine;
    }

    void open() {
        try {
            receiver.opened(wire);
        } finally {
            endOpening();
        }
        deliver();
    }

    private void endOpening() {
        synchronized (this) {
            opened = true;
            if (!closed) {
                return;
            }
        }
        receiver.closed(failure);
    }

    /** Sends bytes to the server. The calling thread is the engine's thread: it calls the receiver. */
    public void send(byte[] bytes) {
        synchronized (this) {
            waiting = ByteBuffer.allocate(waiting.remaining() + bytes.length)
                    .put(waiting)
                    .put(bytes)
                    .flip();
        }
        deliver();
    }

    /** The bytes that the server has sent so far. */
    public synchronized byte[] received() {
        return written.toByteArray();
    }

    /** Whether the server has ended its sending side, or the connection has ended. */
    public synchronized boolean isOutputEnded() {
        return outputEnded || closed;
    }

    /** Ends the connection. */
    public void close() {
        close(null);
    }

    private void close(@Nullable Throwable reason) {
        engine.remove(this);
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            failure = reason;
            if (!opened) {
                return; // the receiver is being called
            }
        }
        receiver.closed(reason);
    }

    private void deliver() {
        while (true) {
            ByteBuffer bytes;
            synchronized (this) {
                if (!opened || receiving || paused || closed || !waiting.hasRemaining()) {
                    return;
                }
                receiving = true;
                paused = true;
                bytes = waiting;
                waiting = ByteBuffer.allocate(0);
            }
            boolean goesOn = receiver.received(bytes);
            synchronized (this) {
                receiving = false;
                paused &= !goesOn;
                waiting = ByteBuffer.allocate(bytes.remaining() + waiting.remaining())
                        .put(bytes)
                        .put(waiting)
                        .flip();
            }
        }
    }

    private final class Wire implements SocketWire {
        @Override
        public ByteBuffer buffer() {
            return ByteBuffer.allocate(BUFFER_BYTES);
        }

        @Override
        public boolean write(ByteBuffer buffer, Written result) {
            if (append(buffer)) {
                return true;
            }
            result.written(new ClosedChannelException());
            return false;
        }

        private boolean append(ByteBuffer buffer) {
            synchronized (MemorySocket.this) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                if (isOutputEnded()) {
                    return false;
                }
                written.writeBytes(bytes);
                return true;
            }
        }

        @Override
        public void resume() {
            synchronized (MemorySocket.this) {
                if (closed) {
                    return;
                }
                paused = false;
            }
            engine.execute(MemorySocket.this::deliver);
        }

        @Override
        public void shutdownOutput() {
            synchronized (MemorySocket.this) {
                outputEnded = true;
            }
        }

        @Override
        public void close() {
            MemorySocket.this.close();
        }

        @Override
        public void execute(Runnable task) {
            engine.execute(task);
        }
    }
}
