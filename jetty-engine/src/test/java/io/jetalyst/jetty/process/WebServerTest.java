package io.jetalyst.jetty.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.counterpart.LocalhostCertificate;
import io.jetalyst.counterpart.WebServer;
import java.net.Socket;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations of the guide for operators, with HTTP/2 and WebSockets to the client and a UNIX socket to the application. */
@Timeout(90)
class WebServerTest {
    @TempDir
    Path folder;

    /** Each field that some server takes for a part of the request of its client. */
    private static final String FORGED = String.join(
            "\r\n",
            "Forwarded: for=6.6.6.6;proto=http;host=evil.example",
            "X-Forwarded-For: 6.6.6.6",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Port: 99999",
            "X-Forwarded-Prefix: /evil",
            "X-Forwarded-Proto: http",
            "X-Forwarded-Scheme: http",
            "X-Forwarded-Server: evil.example",
            "X-Forwarded-Ssl: off",
            "X-Host: evil.example",
            "X-Original-Host: evil.example",
            "X-Original-URL: /evil",
            "X-Real-IP: 6.6.6.6",
            "X-Rewrite-URL: /evil",
            "");

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

    /** By default nginx refuses a body of more than 1 MB itself. */
    @ParameterizedTest
    @ValueSource(strings = {"nginx.md", "fastcgi.md"})
    void nginxPassesOnTheAnswerToLongBody(String page) throws Exception {
        boolean http = page.equals("nginx.md");
        startNginx(page, http ? "/run/shop/shop.sock" : "/run/shop/shop.fcgi", listen(http ? "unix:" : "fcgi+unix:"));
        String body = "x".repeat(3_000_000);
        String response = send(
                web,
                "POST /peer HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
        assertTrue(response.startsWith("HTTP/1.1 405 "), response);
        assertTrue(response.contains("application/problem+json"), response);
    }

    /** A client of this machine would count as a proxy if another machine were not the only one that is trusted. */
    @ParameterizedTest
    @ValueSource(strings = {"nginx", "apache"})
    void clientCannotForgeItsAddressSchemeOrHost(String kind) throws Exception {
        String socket = listen("unix:", "--server.forwarded=x-forwarded", "--server.trusted-proxies=192.0.2.1");
        if (kind.equals("nginx")) {
            startNginx("nginx.md", "/run/shop/shop.sock", socket);
        } else {
            startApache("apache.md", "/run/shop/shop.sock", socket);
        }
        assertIgnoresForgedFields(web);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "apache"})
    void clientCannotForgeItsAddressSchemeOrHostByFastCgi(String kind) throws Exception {
        String socket = listen("fcgi+unix:");
        if (kind.equals("nginx")) {
            startNginx("fastcgi.md", "/run/shop/shop.fcgi", socket);
        } else {
            startApache("fastcgi.md", "/run/shop/shop.fcgi", socket);
        }
        assertIgnoresForgedFields(web);
    }

    private static void assertIgnoresForgedFields(WebServer server) throws Exception {
        String named = send(server, "GET /peer HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + FORGED + "\r\n");
        assertTrue(named.startsWith("HTTP/1.1 200 "), named);
        assertTrue(named.contains("https://localhost 127.0.0.1"), named);
        assertFalse(named.contains("evil"), named);
        String port =
                send(server, "GET /peer HTTP/1.1\r\nHost: localhost:444\r\nConnection: close\r\n" + FORGED + "\r\n");
        assertTrue(port.contains("https://localhost:444 127.0.0.1"), port);
        String unnamed = send(server, "GET /peer HTTP/1.0\r\n" + FORGED + "\r\n");
        assertFalse(unnamed.contains("evil"), unnamed);
        assertFalse(unnamed.contains("6.6.6.6"), unnamed);
        assertFalse(unnamed.contains("99999"), unnamed);
    }

    private static String send(WebServer server, String request) throws Exception {
        try (Socket socket =
                LocalhostCertificate.trusting().getSocketFactory().createSocket("localhost", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static HttpClient client() throws Exception {
        return HttpClient.newBuilder()
                .sslContext(LocalhostCertificate.trusting())
                .build();
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
