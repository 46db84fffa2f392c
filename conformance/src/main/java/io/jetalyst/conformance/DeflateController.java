package io.jetalyst.conformance;

import io.jetalyst.annotation.Compression;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;

/** Echoes messages with compression: whole messages or, with {@code ?parts=true}, their parts. */
@Controller
@Path("/deflate")
final class DeflateController {
    private static final int MESSAGE_BYTES = 256 * 1024;
    private static final int QUEUED_BYTES = 2 * 1024 * 1024;

    @Get("/message")
    String message() {
        return "A WebSocket on this path echoes each message, without context takeover.";
    }

    @WebSocket(
            value = "/message",
            compression = Compression.NO_CONTEXT_TAKEOVER,
            maxMessageBytes = MESSAGE_BYTES,
            maxQueuedBytes = QUEUED_BYTES,
            messagesPerSecond = Integer.MAX_VALUE)
    boolean message(WebSocketHandshake handshake, @QueryParam @DefaultValue("false") boolean parts) {
        return echo(handshake, parts);
    }

    @Get("/context")
    String context() {
        return "A WebSocket on this path echoes each message, with context takeover.";
    }

    @WebSocket(
            value = "/context",
            compression = Compression.CONTEXT_TAKEOVER,
            maxMessageBytes = MESSAGE_BYTES,
            maxQueuedBytes = QUEUED_BYTES,
            messagesPerSecond = Integer.MAX_VALUE)
    boolean context(WebSocketHandshake handshake, @QueryParam @DefaultValue("false") boolean parts) {
        return echo(handshake, parts);
    }

    private static boolean echo(WebSocketHandshake handshake, boolean parts) {
        if (!handshake.isRequested()) {
            return false;
        }
        if (parts) {
            echoParts(handshake);
        } else {
            handshake.onTextAsync(WebSocketSession::send).onBinaryAsync(WebSocketSession::send);
        }
        return true;
    }

    private static void echoParts(WebSocketHandshake handshake) {
        StreamedEcho<String> text = new StreamedEcho<>();
        StreamedEcho<ByteBuffer> binary = new StreamedEcho<>();
        handshake
                .onPartialText((session, part, last) -> text.take(session::streamText, part, last))
                .onPartialBinary((session, part, last) -> binary.take(session::streamBinary, part, last));
    }
}
