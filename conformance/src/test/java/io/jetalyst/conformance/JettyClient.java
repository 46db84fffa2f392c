package io.jetalyst.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.eclipse.jetty.websocket.core.internal.IdentityExtension;

/** The client of Jetty, which compresses with zlib, and fragments messages of more than 8 KiB. */
final class JettyClient implements EchoClient {
    private final WebSocketCoreClient client = new WebSocketCoreClient();

    JettyClient() throws Exception {
        client.getExtensionRegistry().register("permessage-deflate", JettyDeflate.class);
        client.getExtensionRegistry().register("x-never-heard-of", IdentityExtension.class); // it offers no others
        client.start();
    }

    @Override
    public EchoSocket connect(URI uri, DeflateOffer offer, Set<String> agreed) throws Exception {
        Received received = new Received();
        CoreClientUpgradeRequest request = CoreClientUpgradeRequest.from(client, uri, new Frames(received));
        request.addExtensions(JettyDeflate.offers(offer, agreed));
        return new Socket(client.connect(request).get(PATIENCE.toSeconds(), SECONDS), received);
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    private record Socket(CoreSession session, Received received) implements EchoSocket {
        @Override
        public void send(boolean text, List<ByteBuffer> parts) throws Exception {
            for (int i = 0; i < parts.size(); i++) {
                byte opcode = i > 0 ? OpCode.CONTINUATION : text ? OpCode.TEXT : OpCode.BINARY;
                Callback.Completable sent = new Callback.Completable();
                session.sendFrame(new Frame(opcode, i == parts.size() - 1, parts.get(i)), sent, false);
                sent.get(PATIENCE.toSeconds(), SECONDS);
            }
        }

        @Override
        public EchoMessage receive() throws Exception {
            return received.next();
        }

        @Override
        public void close() {
            session.close(Callback.NOOP); // the tap waits until the connection is closed
        }
    }

    private static final class Frames implements FrameHandler {
        private final Received received;
        private CoreSession session;

        Frames(Received received) {
            this.received = received;
        }

        @Override
        public void onOpen(CoreSession session, Callback callback) {
            this.session = session;
            callback.succeeded();
            session.demand();
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            if (frame.getOpCode() == OpCode.CONTINUATION) {
                received.add(frame.getPayload().slice(), frame.isFin());
            } else if (frame.isDataFrame()) {
                received.begin(
                        frame.getOpCode() == OpCode.TEXT, frame.getPayload().slice(), frame.isFin());
            }
            callback.succeeded();
            session.demand();
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            received.end(cause.toString());
            callback.succeeded();
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            received.end(status.toString());
            callback.succeeded();
        }
    }
}
