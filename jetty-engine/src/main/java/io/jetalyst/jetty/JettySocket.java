package io.jetalyst.jetty;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.engine.SocketWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one socket between Jetty and the runtime, over TCP, TLS or a stream of HTTP/2.
 *
 * <p>The selector's thread reads, and asks at once to be told of more, so that no other thread has to wake it for that. A receiver that
 * never blocks is called right there; any other by a thread that may block, which goes on reading by itself while there is more. In both
 * cases one thread at a time is {@code busy} with the socket. A socket that is not busy holds no buffer.
 */
final class JettySocket extends AbstractConnection implements Connection.UpgradeTo, SocketWire {
    private static final int INPUT_BYTES = 16 * 1024;
    private static final ByteBuffer NOTHING = BufferUtil.EMPTY_BUFFER;

    private final SocketReceiver receiver;
    private final boolean nonBlocking;
    private final ByteBufferPool buffers;
    private final SocketOutput output;
    private final Callback readable = new Readable(this);

    /** Bytes that were read and not taken; those of the one who is busy. */
    private ByteBuffer rest = NOTHING;

    /** Whether a thread reads, or a task that will is under way. The opening counts as one. */
    private boolean busy = true;
    /** Whether Jetty is asked to tell when something can be read. */
    private boolean asked;
    /** Whether the receiver rests, and whether it was told to resume while it was still running. */
    private boolean resting;

    private boolean resumed;
    private boolean opened;
    /** The end of the connection, which may come while the receiver is still opening. */
    private boolean gone;

    private @Nullable Throwable failure;

    JettySocket(SocketUpgrade upgrade, EndPoint endPoint, Workers workers, ByteBufferPool buffers) {
        super(endPoint, workers);
        this.receiver = upgrade.receiver();
        this.nonBlocking = upgrade.nonBlocking();
        this.buffers = buffers;
        this.output = new SocketOutput(endPoint, buffers);
    }

    /** What the client has sent right behind its handshake. */
    @Override
    public void onUpgradeTo(ByteBuffer bytes) {
        rest = copy(bytes);
    }

    @Override
    public void onOpen() {
        super.onOpen();
        getEndPoint().setIdleTimeout(0); // the runtime sends pings, and knows what silence means
        go(this::begin);
    }

    private void begin() {
        receiver.opened(this);
        boolean over;
        synchronized (this) {
            opened = true;
            over = gone;
        }
        if (over) {
            receiver.closed(failure);
        } else {
            read();
        }
    }

    /** Jetty tells, on the selector's thread, that something can be read. */
    @Override
    public void onFillable() {
        synchronized (this) {
            asked = false;
            if (busy || resting) {
                return;
            }
            busy = true;
        }
        if (nonBlocking) {
            read();
        } else {
            readAhead();
        }
    }

    /** Reads what is there, and leaves it to a thread that may block. */
    private void readAhead() {
        RetainableByteBuffer input = buffers.acquire(INPUT_BYTES, true);
        try {
            if (!fill(input)) {
                return;
            }
            rest = copy(input.getByteBuffer());
        } finally {
            input.release();
        }
        ask();
        execute(this::read);
    }

    /** Lets the receiver take what is there, until there is nothing more or it rests; by the thread that is busy. */
    private void read() {
        RetainableByteBuffer input = null;
        ByteBuffer bytes = rest;
        rest = NOTHING;
        try {
            while (true) {
                if (bytes.hasRemaining() && !take(bytes)) {
                    return;
                }
                if (!readsOn(input)) {
                    return;
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

    /** {@code false} if the receiver rests, and this thread is not busy any more. */
    private boolean take(ByteBuffer bytes) {
        while (!received(bytes)) {
            synchronized (this) {
                if (!resumed) {
                    rest = copy(bytes);
                    resting = true;
                    busy = false;
                    return false;
                }
                resumed = false;
            }
            if (!bytes.hasRemaining()) {
                return true;
            }
        }
        return true;
    }

    private boolean received(ByteBuffer bytes) {
        try {
            return receiver.received(bytes);
        } catch (Throwable thrown) {
            getEndPoint().close(thrown); // nobody would ever read on
            throw thrown;
        }
    }

    /** Whether this thread is to read again: not if Jetty is asked to tell. */
    private boolean readsOn(@Nullable RetainableByteBuffer input) {
        synchronized (this) {
            if (asked) {
                busy = false;
                return false;
            }
        }
        if (nonBlocking && input != null) {
            leave(); // most likely there is nothing more; if there is, other sockets have their turn first
            return false;
        }
        return true;
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
        } catch (IOException lost) {
            getEndPoint().close(lost);
            return false;
        }
    }

    /** Is busy no more, and asks to be told when there is something to read. */
    private void leave() {
        synchronized (this) {
            asked = true;
            busy = false;
        }
        fillInterested(readable);
    }

    /** Asks the same, and stays busy. */
    private void ask() {
        synchronized (this) {
            asked = true;
        }
        fillInterested(readable);
    }

    @Override
    public void resume() {
        synchronized (this) {
            if (!resting) {
                resumed = true;
                return;
            }
            resting = false;
            busy = true;
        }
        execute(this::read);
    }

    @Override
    public ByteBuffer buffer() {
        return output.buffer();
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

    @Override
    public void onClose(@Nullable Throwable cause) {
        super.onClose(cause);
        synchronized (this) {
            gone = true;
            failure = cause;
            if (!opened) {
                return;
            }
        }
        go(() -> receiver.closed(cause));
    }

    /** Calls the receiver, in a thread of its liking. */
    private void go(Runnable call) {
        if (nonBlocking) {
            call.run();
        } else {
            execute(call);
        }
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return bytes.hasRemaining()
                ? ByteBuffer.allocate(bytes.remaining()).put(bytes).flip()
                : NOTHING;
    }
}
