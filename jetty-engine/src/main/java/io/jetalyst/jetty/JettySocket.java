package io.jetalyst.jetty;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.engine.SocketWire;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Transfers the bytes of one socket between Jetty and the runtime, over TCP, TLS or a stream of HTTP/2: {@link SocketInput} reads them,
 * {@link SocketOutput} writes them.
 */
final class JettySocket extends AbstractConnection implements Connection.UpgradeTo, SocketWire {
    private final SocketReceiver receiver;
    private final boolean nonBlocking;
    private final SocketInput input;
    private final SocketOutput output;

    /** Whether Jetty has opened this connection. */
    private boolean begun;
    /** Whether the receiver has returned from the opening. */
    private boolean opened;
    /** Whether the connection has ended, which may happen while the receiver is still opening. */
    private boolean disconnected;

    private @Nullable Throwable failure;
    /** Why this side has ended the connection. */
    private volatile @Nullable Throwable abortCause;

    JettySocket(
            SocketUpgrade upgrade, EndPoint endPoint, TaskRunner tasks, ByteBufferPool buffers, Scheduler scheduler) {
        super(endPoint, tasks);
        this.receiver = upgrade.receiver();
        this.nonBlocking = upgrade.nonBlocking();
        this.input = new SocketInput(this, receiver, nonBlocking, buffers, scheduler);
        this.output = new SocketOutput(endPoint, buffers);
    }

    /** Receives the bytes that the client has sent right behind its handshake. */
    @Override
    public void onUpgradeTo(ByteBuffer bytes) {
        input.addFirst(bytes);
    }

    @Override
    public void onOpen() {
        synchronized (this) {
            begun = true;
        }
        super.onOpen();
        getEndPoint().setIdleTimeout(0); // the runtime sends pings and has its own idle timeout
        if (!nonBlocking) {
            input.registerInterest(true);
        }
        call(this::begin);
    }

    /**
     * Jetty has answered the handshake, and has opened this connection if it could.
     *
     * @param failure the reason if it could not, or if the connection has ended without Jetty's notice
     */
    void endHandshake(Throwable failure) {
        boolean unopened;
        synchronized (this) {
            unopened = !begun;
            opened |= unopened;
        }
        if (unopened) {
            onClose(failure);
        } else if (hasEnded()) {
            Throwable cause = abortCause == null ? failure : abortCause;
            abort(cause);
            onClose(cause); // an end point that was closed before it had this connection does not notify it
        }
    }

    private boolean hasEnded() {
        EndPoint endPoint = getEndPoint();
        return !endPoint.isOpen()
                || endPoint.getTransport() instanceof Stream stream
                        && stream.isClosed()
                        && !endPoint.isOutputShutdown();
    }

    private void begin() {
        try {
            receiver.opened(this);
        } catch (Throwable e) { // such as an OutOfMemoryError: no thread would ever read, and no timeout would end the
            // socket
            abort(e);
            throw e;
        } finally {
            endOpening();
        }
    }

    private void endOpening() {
        input.endOpening();
        boolean ended;
        synchronized (this) {
            opened = true;
            ended = disconnected;
        }
        if (ended) {
            receiver.closed(failure);
        } else {
            input.read();
        }
    }

    @Override
    public void onFillable() {
        input.succeeded();
    }

    /** Asks Jetty to call {@link #onFillable} when there are bytes to read. */
    void awaitFillable() {
        fillInterested(input);
    }

    @Override
    public void resume() {
        input.resume();
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

    /** Closes the connection because of a failure. */
    void abort(Throwable cause) {
        abortCause = cause;
        output.cancel();
        getEndPoint().close(cause);
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        boolean notifies;
        synchronized (this) {
            if (disconnected) {
                return;
            }
            disconnected = true;
            failure = cause;
            notifies = opened;
        }
        super.onClose(cause);
        if (notifies) {
            call(() -> receiver.closed(cause));
        }
    }

    /** Calls the receiver: on this thread if it never blocks. */
    private void call(Runnable task) {
        if (nonBlocking) {
            task.run();
        } else {
            execute(task);
        }
    }
}
