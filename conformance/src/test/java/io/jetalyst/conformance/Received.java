package io.jetalyst.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The messages that the thread of a client receives, for the thread that waits for them. */
final class Received {
    private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean text;

    /** Adds the payload of the first frame of a message. */
    void begin(boolean text, ByteBuffer payload, boolean last) {
        this.text = text;
        add(payload, last);
    }

    /** Adds the payload of a continuation frame. */
    void add(ByteBuffer payload, boolean last) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        message.writeBytes(bytes);
        if (last) {
            queue.add(new EchoMessage(text, ByteBuffer.wrap(message.toByteArray())));
            message.reset();
        }
    }

    /** Records that no more messages will be received. */
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
