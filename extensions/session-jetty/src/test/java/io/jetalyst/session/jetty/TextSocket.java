package io.jetalyst.session.jetty;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a socket with the cookie of a browser. */
final class TextSocket implements WebSocket.Listener {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    /** Opens the socket in the background. */
    static CompletableFuture<TextSocket> open(URI server, String path, String cookie) {
        TextSocket socket = new TextSocket();
        URI address = URI.create("ws://" + server.getAuthority() + path);
        return CLIENT.newWebSocketBuilder()
                .header("Cookie", cookie)
                .buildAsync(address, socket)
                .thenApply(opened -> {
                    socket.socket = opened;
                    return socket;
                });
    }

    private volatile WebSocket socket;

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        received.add(text.toString());
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        received.add("closed");
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    /** The next text; {@code closed} if the server has closed the socket. */
    String next() throws Exception {
        String text = received.poll(30, TimeUnit.SECONDS);
        return text == null ? "no message" : text;
    }

    String ask(String text) throws Exception {
        socket.sendText(text, true).get(30, TimeUnit.SECONDS);
        return next();
    }

    int awaitClose() throws Exception {
        return closed.get(30, TimeUnit.SECONDS);
    }
}
