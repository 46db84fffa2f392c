package io.jetalyst.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What a client's thread receives, for the thread that waits for it. */
final class Received {
    private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean text;

    /** Takes the payload of a frame. */
    void begin(boolean text, ByteBuffer payload, boolean last) {
        this.text = text;
        add(payload, last);
    }

    /** Takes the payload of a continuation frame. */
    void add(ByteBuffer payload, boolean last) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        message.writeBytes(bytes);
        if (last) {
            queue.add(new EchoMessage(text, ByteBuffer.wrap(message.toByteArray())));
            message.reset();
        }
    }

    /** No message will come any more. */
    void end(String why) {
        queue.add(why);
    }

    EchoMessage next() throws IOException, InterruptedException {
        Object next = queue.poll(EchoClient.PATIENCE.toSeconds(), SECONDS);
        if (next instanceof EchoMessage message) {
            return message;
        }
        throw new IOException(next == null ? "no message came" : "no message came: " + next);
    }
}
