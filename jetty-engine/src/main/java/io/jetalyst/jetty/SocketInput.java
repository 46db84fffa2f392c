package io.jetalyst.jetty;

import io.jetalyst.engine.SocketReceiver;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of one socket and passes them to the receiver.
 *
 * <p>The selector thread reads, and registers interest at once, so that no other thread has to wake it for that. It calls a receiver that
 * never blocks itself. A receiver that may block is called by another thread, which continues to read while there is more. In both
 * cases one thread at a time is {@code busy} with the socket. A socket that is not busy holds no pooled buffer.
 *
 * <p>While the receiver blocks, or has paused reading, a limited number of bytes is {@linkplain ReadAhead read ahead} and
 * {@linkplain SocketReceiver#peek shown} to it, so that it can answer pings.
 */
final class SocketInput implements Callback {
    private static final int BYTES = 16 * 1024;
    private static final ByteBuffer NOTHING = BufferUtil.EMPTY_BUFFER;

    private final JettySocket socket;
    private final SocketReceiver receiver;
    private final boolean nonBlocking;
    private final ByteBufferPool buffers;
    private final ReceiverCall call;
    private final ReadAhead ahead = new ReadAhead();

    /** Bytes that the receiver was given and did not accept. Owned by the busy thread. */
    private ByteBuffer rest = NOTHING;
    /** Whether a thread reads or a task that reads is scheduled. The opening counts as one. */
    private boolean busy = true;
    /** Whether Jetty will call {@link #succeeded}. */
    private boolean interested;
    /** Whether the receiver has paused reading. */
    private boolean paused;
    /** Whether the receiver has resumed reading before its call has returned. */
    private boolean resumed;

    SocketInput(
            JettySocket socket,
            SocketReceiver receiver,
            boolean nonBlocking,
            ByteBufferPool buffers,
            Scheduler scheduler) {
        this.socket = socket;
        this.receiver = receiver;
        this.nonBlocking = nonBlocking;
        this.buffers = buffers;
        this.call = new ReceiverCall(scheduler, nonBlocking);
    }

    /** Receives the bytes that the client has sent right behind its handshake. */
    synchronized void addFirst(ByteBuffer bytes) {
        ahead.append(bytes);
    }

    /** Asks Jetty to call {@link #succeeded}. Called by the busy thread, which may go on reading. */
    void registerInterest(boolean staysBusy) {
        synchronized (this) {
            interested = true;
            busy = staysBusy;
        }
        socket.awaitFillable();
    }

    /** The receiver has returned from the opening. */
    void endOpening() {
        call.endOpening();
    }

    /** The connection is closed, or Jetty stops. */
    @Override
    public void failed(Throwable cause) {
        socket.abort(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Jetty calls this on the selector thread when there are bytes to read. */
    @Override
    public void succeeded() {
        boolean reads;
        synchronized (this) {
            interested = false;
            reads = !busy && !paused;
            if (reads) {
                busy = true;
            } else if (busy && !call.isBlocked()) {
                call.scheduleCheck(this::checkBlocked);
                return;
            } else if (!ahead.start()) {
                return;
            }
        }
        if (!reads) {
            peek();
        } else if (nonBlocking) {
            read();
        } else {
            dispatchRead();
        }
    }

    /** Reads what is there, and leaves it to a thread that may block. */
    private void dispatchRead() {
        RetainableByteBuffer input = buffers.acquire(BYTES, true);
        try {
            if (!fill(input)) {
                return;
            }
            rest = ReadAhead.copy(input.getByteBuffer());
        } finally {
            input.release();
        }
        registerInterest(true);
        socket.execute(this::read);
    }

    /** Passes all bytes to the receiver until there are no more or it pauses. Called by the busy thread. */
    void read() {
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
                if (!bytes.hasRemaining()) {
                    input = input == null ? buffers.acquire(BYTES, true) : input;
                    if (!fill(input)) {
                        return;
                    }
                    bytes = input.getByteBuffer();
                }
            }
        } finally {
            if (input != null) {
                input.release();
            }
        }
    }

    /** Returns {@code false} if the receiver has paused reading; this thread is not busy any more then. */
    private boolean deliver(ByteBuffer bytes) {
        while (!call.received(socket, receiver, bytes)) {
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
            rest = ReadAhead.copy(bytes);
            paused = true;
            busy = false;
            register = ahead.canStart() && !interested;
            interested |= register;
        }
        if (register) {
            socket.awaitFillable();
        }
        return true;
    }

    /** The bytes that were read ahead; empty if this thread is to read; {@code null} if another thread is busy from now on. */
    private @Nullable ByteBuffer takeAhead(@Nullable RetainableByteBuffer input) {
        synchronized (this) {
            if (!ahead.isActive() && !ahead.isEmpty()) {
                return ahead.take();
            }
            if (interested || ahead.isActive()) {
                busy = false;
                return null;
            }
        }
        if (nonBlocking && input != null) {
            // most likely there is nothing more; if there is, other sockets have their turn first
            registerInterest(false);
            return null;
        }
        return NOTHING;
    }

    /** Reads once; {@code false} if there was nothing, and this thread is not busy any more. */
    private boolean fill(RetainableByteBuffer input) {
        try {
            ByteBuffer bytes = input.getByteBuffer();
            BufferUtil.clear(bytes);
            int count = socket.getEndPoint().fill(bytes);
            if (count == 0) {
                registerInterest(false);
            } else if (count < 0) {
                socket.close();
            }
            return count > 0;
        } catch (IOException e) {
            socket.abort(e);
            return false;
        }
    }

    /** There was input that the busy thread did not read. It is read ahead if the receiver blocks. */
    private void checkBlocked(int number) {
        synchronized (this) {
            call.endCheck();
            if (!busy) {
                return;
            }
            if (!call.markIfBlocked(number)) { // the busy thread may be reading
                if (!interested) {
                    call.scheduleCheck(this::checkBlocked);
                }
                return;
            }
            if (interested || !ahead.start()) {
                return;
            }
        }
        peek();
    }

    /** Reads ahead and shows the bytes to the receiver. No other thread reads meanwhile. */
    private void peek() {
        boolean end = true;
        try {
            end = ahead.fill(socket.getEndPoint(), buffers);
            if (!ahead.isEmpty()) {
                receiver.peek(ahead.view());
            }
        } finally {
            endPeeking(end);
        }
    }

    private void endPeeking(boolean end) {
        boolean reads = false;
        boolean register = false;
        boolean close;
        synchronized (this) {
            ahead.end(end);
            close = ahead.hasEnded() && paused && !rest.hasRemaining() && ahead.isEmpty();
            if (!busy && !paused) {
                busy = true;
                reads = true;
            } else {
                register = ahead.canStart() && !interested;
                interested |= register;
            }
        }
        if (close) {
            socket.close(); // there is nothing that the receiver could still accept
        } else if (reads) {
            socket.execute(this::read);
        } else if (register) {
            socket.awaitFillable();
        }
    }

    /** The receiver resumes reading. */
    void resume() {
        synchronized (this) {
            if (!paused) {
                resumed = true;
                return;
            }
            paused = false;
            if (ahead.isActive()) {
                return; // the thread that reads ahead continues
            }
            busy = true;
        }
        socket.execute(this::read);
    }
}
