package io.jetalyst.benchmarks;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/** Reads on the selector's thread, and flushes what was sent when there is nothing more to read. */
final class TunedConnection extends WebSocketConnection {
    private final WebSocketCoreSession session;
    private final Callback readable = new Callback() {
        @Override
        public void succeeded() {
            onFillable();
        }

        @Override
        public void failed(Throwable cause) {
            onFillInterestedFailed(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    };

    TunedConnection(Request request, WebSocketCoreSession session) {
        super(
                endPoint(request),
                request.getComponents().getExecutor(),
                connector(request).getScheduler(),
                connector(request).getByteBufferPool(),
                session);
        this.session = session;
        setUseInputDirectByteBuffers(true);
        setUseOutputDirectByteBuffers(true);
    }

    @Override
    public void fillInterested() {
        fillInterested(readable);
    }

    @Override
    public void onFillable() {
        super.onFillable();
        session.flush(Callback.NOOP);
    }

    @Override
    public void run() {
        super.run();
        session.flush(Callback.NOOP);
    }

    private static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    private static Connector connector(Request request) {
        return request.getConnectionMetaData().getConnector();
    }
}
