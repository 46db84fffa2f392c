package ${package};

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** The socket on the path of the page, over a real connection. */
class HelloSocketTest {
    @Test
    void greetsEveryNameItIsSent() throws Exception {
        try (RunningApp app = Main.app("--port=0").start()) {
            URI uri = URI.create("ws://127.0.0.1:" + app.port() + "/hello/Ada?language=SPANISH");
            Texts texts = new Texts();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(uri, texts)
                    .get(10, SECONDS);
            assertEquals("{\"text\":\"Hola, Ada!\",\"count\":1}", texts.next());

            socket.sendText("Grace", true);
            assertEquals("{\"text\":\"Hola, Grace!\",\"count\":2}", texts.next());

            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, SECONDS);
        }
    }

    /** Collects whole text messages, each of which may come in parts. */
    private static final class Texts implements WebSocket.Listener {
        private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        /** The next message, or null if none comes in time. */
        String next() throws InterruptedException {
            return whole.poll(10, SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                whole.add(parts.toString());
                parts.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }
    }
}
