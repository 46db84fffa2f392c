package io.jetalyst.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * The answers of {@link RequestController} on bare Jetty, in one flat handler. It is non-blocking, or with {@code --blocking} it may block: on
 * virtual threads where the JDK has them.
 */
public final class BareHttpServer {
    private static final HttpField TEXT = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");

    private BareHttpServer() {}

    public static void main(String[] args) throws Exception {
        Meter.start();
        boolean blocking = Arrays.asList(args).contains("--blocking");
        Server server = new Server(threads(blocking));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        int cores = Runtime.getRuntime().availableProcessors();
        ServerConnector connector = new ServerConnector(
                server,
                1,
                blocking ? Math.max(1, cores / 2) : cores,
                new HttpConnectionFactory(http),
                new HTTP2CServerConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(Stage.option(args, "port", 8080));
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        server.setHandler(blocking ? new Blocking() : new NonBlocking());
        server.start();
        server.join();
    }

    private static ThreadPool threads(boolean blocking) {
        return blocking && VirtualThreads.areSupported() ? new VirtualThreadPool(0) : new QueuedThreadPool();
    }

    private static boolean answer(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getCanonicalPath();
        String text = path.equals("/plaintext") ? Posts.PLAINTEXT : posts(request, path);
        if (text.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND_404);
        }
        response.getHeaders().add(TEXT);
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static String posts(Request request, String path) {
        String[] segments = path.split("/");
        if (segments.length != 4 || !segments[1].equals("users") || !segments[3].equals("posts")) {
            return "";
        }
        Fields query = Request.extractQueryParameters(request);
        return Posts.title(Long.parseLong(segments[2]), Integer.parseInt(query.getValue("page")));
    }

    private static final class NonBlocking extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            return answer(request, response, callback);
        }
    }

    private static final class Blocking extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            return answer(request, response, callback);
        }
    }
}
