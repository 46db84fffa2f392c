package io.jetalyst.benchmarks;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** The same endpoints on Jetty's {@code websocket-core}: as it ships, or with {@code --tuned} as its source allows. */
public final class BareServer {
    private static final String SOCKET = BareServer.class.getName();

    /** The number of messages that fill the kernel's buffers for a client that does not read: 4 MiB. */
    private static final int FILLINGS = 128;

    private final boolean tuned;
    private final Set<BareSocket> chatters = ConcurrentHashMap.newKeySet();
    private final Set<BareSocket> crowd = ConcurrentHashMap.newKeySet();

    private BareServer(boolean tuned) {
        this.tuned = tuned;
    }

    public static void main(String[] args) throws Exception {
        int port = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--port="))
                .mapToInt(arg -> Integer.parseInt(arg.substring("--port=".length())))
                .findFirst()
                .orElse(8080);
        new BareServer(Arrays.asList(args).contains("--tuned")).run(port);
    }

    private void run(int port) throws Exception {
        Server server = new Server();
        int selectors = tuned ? Runtime.getRuntime().availableProcessors() : -1;
        ServerConnector connector = new ServerConnector(server, -1, selectors);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(600_000);
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        WebSocketComponents components = WebSocketServerComponents.ensureWebSocketComponents(server);
        WebSocketUpgradeHandler handler = tuned ? new Swapping(components) : new WebSocketUpgradeHandler(components);
        handler.addMapping("/echo", new Endpoint(null, 0));
        handler.addMapping("/chat", new Endpoint(chatters, 0));
        handler.addMapping("/crowd", new Endpoint(crowd, 0));
        handler.addMapping("/stalled", new Endpoint(crowd, FILLINGS));
        server.setHandler(handler);
        server.start();
        server.join();
    }

    private final class Endpoint implements WebSocketNegotiator {
        private final @Nullable Set<BareSocket> chatters;
        private final int fillings;

        Endpoint(@Nullable Set<BareSocket> chatters, int fillings) {
            this.chatters = chatters;
            this.fillings = fillings;
        }

        @Override
        public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            BareSocket socket = new BareSocket(chatters, tuned, fillings);
            request.setAttribute(SOCKET, socket);
            return socket;
        }

        @Override
        public void customize(Configuration configuration) {
            if (configuration instanceof WebSocketCoreSession made && made.getHandler() instanceof BareSocket socket) {
                socket.created(made);
            }
        }
    }

    /** Puts a {@link TunedConnection} in the place of the one that Jetty has made. */
    private static final class Swapping extends WebSocketUpgradeHandler {
        Swapping(WebSocketComponents components) {
            super(components);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            boolean handled = super.handle(request, response, callback);
            if (request.getAttribute(SOCKET) instanceof BareSocket socket && socket.session() != null) {
                WebSocketCoreSession session = socket.session();
                TunedConnection connection = new TunedConnection(request, session);
                session.setWebSocketConnection(connection);
                request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
            }
            return handled;
        }
    }
}
