package ${package};

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The socket on the path of the page, over a real connection. */
class HelloSocketTest {
    @Test
    void greetsEveryNameItIsSent() throws Exception {
        try (RunningApp app = Main.app("--port=0").start()) {
            URI uri = URI.create("ws://127.0.0.1:" + app.port() + "/hello/Ada?language=SPANISH");
            FirstText answer = new FirstText();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(uri, answer)
                    .get(10, SECONDS);

            socket.sendText("Grace", true);

            assertEquals("{\"text\":\"Hola, Grace!\",\"count\":1}", answer.text.get(10, SECONDS));
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, SECONDS);
        }
    }

    /** Waits for one whole text message, which may come in parts. */
    private static final class FirstText implements WebSocket.Listener {
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                text.complete(parts.toString());
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            text.completeExceptionally(new IllegalStateException("closed with " + code + " " + reason));
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            text.completeExceptionally(error);
        }
    }
}
