package io.jetalyst.jetty.fcgi;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;

/** The records that arrive, and the answers to those of them that belong to no request. All fields are guarded by this. */
abstract class InboundConnection extends RequestConnection {
    final Inbound inbound;
    /** Whether answers are being sent. No response is sent meanwhile, and nothing is read. */
    private boolean answering;

    InboundConnection(
            Connector connector,
            HeadDeadline endPoint,
            HttpConfiguration configuration,
            int bufferBytes,
            int maxConnections) {
        super(connector, endPoint, configuration);
        this.inbound = new Inbound(
                endPoint, new Input(connector.getByteBufferPool(), bufferBytes), new Management(maxConnections));
    }

    final boolean isAnswering() {
        return answering;
    }

    /** Whether a management record is not answered, and no response is being sent. */
    final boolean canAnswer() {
        return stream() == null && inbound.hasAnswers();
    }

    /** Sends the answers to management records, and then calls {@link #onFillable}. */
    final void answer() {
        answering = true;
        Callback sent = Callback.from(
                () -> getExecutor().execute(this::goOn),
                failure -> getEndPoint().close());
        getEndPoint().write(sent, inbound.takeAnswers());
    }

    private void goOn() {
        synchronized (this) {
            answering = false;
        }
        onFillable();
    }

    final void run(@Nullable Runnable task) {
        ThreadPool.executeImmediately(getExecutor(), task);
    }
}
