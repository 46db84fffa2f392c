package io.jetalyst.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A connection of HTTP/1.1. The first response says how long all of them are: the same request has the same response. */
final class Http1Client extends HttpClient {
    private static final String OK = "HTTP/1.1 200 ";

    private final ByteBuffer request;
    private int responseBytes;
    private int missing;

    Http1Client(int port, String path, ByteBuffer input) throws IOException {
        super(port, input);
        byte[] head = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        this.request = ByteBuffer.allocateDirect(head.length).put(head);
    }

    @Override
    ByteBuffer nextRequest() {
        missing = responseBytes;
        return request.rewind();
    }

    @Override
    boolean isComplete(ByteBuffer part) throws IOException {
        if (responseBytes == 0) {
            responseBytes = length(part);
            missing = responseBytes;
        }
        missing -= part.remaining();
        if (missing < 0) {
            throw new IOException("a response is longer than the first one");
        }
        return missing == 0;
    }

    /** The length of the first response, which is small enough to arrive in one piece. */
    private static int length(ByteBuffer response) throws IOException {
        String text = StandardCharsets.US_ASCII.decode(response.duplicate()).toString();
        if (!text.startsWith(OK)) {
            throw new IOException("not a 200: " + text);
        }
        return response.remaining();
    }
}
