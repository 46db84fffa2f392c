package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.MessageStream;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import java.util.concurrent.CompletionStage;
import java.util.zip.CRC32;

/** Receives and sends messages in parts. */
@Controller
final class FileController {
    @WebSocket(value = "/checksum", maxMessageBytes = 8192)
    boolean checksum(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        CRC32 sum = new CRC32(); // one per session, whose listeners run one at a time
        handshake.onPartialBinary((session, part, last) -> {
            sum.update(part);
            if (last) {
                session.send(Long.toHexString(sum.getValue()));
                sum.reset();
            }
        });
        return true;
    }

    @WebSocket("/squares")
    boolean squares(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onTextAsync((session, text) -> squares(session, Integer.parseInt(text)));
        return true;
    }

    private static CompletionStage<Void> squares(WebSocketSession session, int last) {
        MessageStream<String> table = session.streamText();
        CompletionStage<Void> sent = table.write("n,square\n");
        for (int n = 1; n <= last; n++) {
            String row = n + "," + n * n + "\n";
            sent = sent.thenCompose(done -> table.write(row));
        }
        return sent.thenCompose(done -> table.close());
    }
}
