package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The configurations of the guide for operators, with HTTP/2 and WebSockets to the client and a UNIX socket to the application. */
@Timeout(90)
class WebServerTest {
    @TempDir
    Path folder;

    private RunningApp app;
    private WebServer web;

    @AfterEach
    void stop() {
        if (web != null) {
            web.close();
        }
        if (app != null) {
            app.close();
        }
    }

    /** Starts an application that listens on a UNIX socket, and returns the path of the socket. */
    private String listen(String kind, String... settings) throws Exception {
        String socket = folder.resolve("s").toString();
        List<String> args = new ArrayList<>(List.of(settings));
        args.add("--listen=" + kind + socket + "?mode=666");
        app = App.builder()
                .args(args.toArray(String[]::new))
                .mount(new PeerTable())
                .build()
                .start();
        return socket;
    }

    private void startNginx(String page, String path, String socket) throws Exception {
        web = WebServer.nginx(folder, WebServer.block(page, "upstream shop {").replace(path, socket));
    }

    private void startApache(String page, String path, String socket) throws Exception {
        web = WebServer.apache(folder, WebServer.block(page, "<VirtualHost").replace(path, socket));
    }

    @Test
    void nginxForwardsPagesAndWebSocketsWithAddressOfClient() throws Exception {
        startNginx("nginx.md", "/run/shop/shop.sock", listen("unix:", "--server.forwarded=x-forwarded"));
        assertForwardsPages(web);
        assertForwardsSockets(web);
    }

    @Test
    void apacheForwardsPagesAndWebSocketsWithAddressOfClient() throws Exception {
        startApache("apache.md", "/run/shop/shop.sock", listen("unix:", "--server.forwarded=x-forwarded"));
        assertForwardsPages(web);
        assertForwardsSockets(web);
    }

    @Test
    void pageAnswersHandshakeThatNginxSendsByFastCgi() throws Exception {
        startNginx("fastcgi.md", "/run/shop/shop.fcgi", listen("fcgi+unix:"));
        assertForwardsPages(web);
        assertPageAnswersHandshake(web);
    }

    @Test
    void pageAnswersHandshakeThatApacheSendsByFastCgi() throws Exception {
        startApache("fastcgi.md", "/run/shop/shop.fcgi", listen("fcgi+unix:"));
        assertForwardsPages(web);
        assertPageAnswersHandshake(web);
    }

    private static HttpClient client() throws Exception {
        return HttpClient.newBuilder().sslContext(WebServer.trusting()).build();
    }

    private static void assertForwardsPages(WebServer server) throws Exception {
        HttpResponse<String> page = client().send(
                        HttpRequest.newBuilder(URI.create(server.origin() + "/peer"))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(server.origin() + " 127.0.0.1", page.body());
        assertEquals(HttpClient.Version.HTTP_2, page.version());
    }

    private static CompletableFuture<WebSocket> connect(WebServer server, CompletableFuture<String> message)
            throws Exception {
        return client().newWebSocketBuilder()
                .buildAsync(URI.create(server.origin().replace("https:", "wss:") + "/peer"), new FirstMessage(message));
    }

    private static void assertForwardsSockets(WebServer server) throws Exception {
        CompletableFuture<String> message = new CompletableFuture<>();
        WebSocket socket = connect(server, message).get(20, TimeUnit.SECONDS);
        assertEquals(server.origin() + " 127.0.0.1", message.get(20, TimeUnit.SECONDS));
        socket.sendClose(1000, "").get(20, TimeUnit.SECONDS);
    }

    private static void assertPageAnswersHandshake(WebServer server) throws Exception {
        CompletableFuture<WebSocket> refused = connect(server, new CompletableFuture<>());
        ExecutionException failure = assertThrows(ExecutionException.class, () -> refused.get(20, TimeUnit.SECONDS));
        assertEquals(
                200,
                ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode());
    }

    private record FirstMessage(CompletableFuture<String> message) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            message.complete(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
        }
    }
}
