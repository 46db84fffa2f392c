package io.jetalyst.testkit;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Adds received messages and the close status to a transcript. The client calls it from one thread at a time. */
final class Receiving implements WebSocket.Listener {
    private final Transcript transcript;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

    Receiving(Transcript transcript) {
        this.transcript = transcript;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            transcript.add(new Message.Text(text.toString()));
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            transcript.add(new Message.Binary(binary.toByteArray()));
            binary.reset();
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        transcript.end(new Closed(code, reason), null);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        transcript.end(new Closed(1006, ""), error);
    }
}
