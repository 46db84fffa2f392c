package io.jetalyst.jetty.fcgi;

import io.jetalyst.jetty.fcgi.RequestReader.Event;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;

/** The records that arrive on a connection, and the time that a head may take. The connection guards it. */
final class Inbound {
    private final HeadDeadline endPoint;
    private final Management management;
    private final RequestReader reader;
    private final Input input;
    private boolean headBegun;

    Inbound(HeadDeadline endPoint, Input input, Management management) {
        this.endPoint = endPoint;
        this.input = input;
        this.management = management;
        this.reader = new RequestReader(management);
    }

    RequestReader reader() {
        return reader;
    }

    /** Reads the bytes that were filled. */
    Event read() throws MalformedRecordException {
        return reader.read(input.bytes());
    }

    /** The content, after {@link Event#CONTENT}. */
    Content.Chunk content() {
        return input.chunk(reader.content());
    }

    /**
     * Receives more bytes, after all are read.
     *
     * @param awaitsHead whether the bytes belong to a head, whose time begins with the first of them
     * @return as {@link java.nio.channels.ReadableByteChannel#read}
     */
    int fill(boolean awaitsHead) {
        int count = input.fill(endPoint);
        if (count > 0 && awaitsHead && !headBegun) {
            beginHead();
        }
        return count;
    }

    void beginHead() {
        headBegun = true;
        endPoint.beginPreamble();
    }

    void endHead() {
        endPoint.endPreamble();
        headBegun = false;
    }

    /** Whether a management record is not answered. */
    boolean hasAnswers() {
        return management.hasAnswers();
    }

    /** Removes the answers to management records, to send them. */
    ByteBuffer takeAnswers() {
        if (headBegun && reader.isIdle()) {
            endHead(); // no request has begun
        }
        return management.takeAnswers();
    }

    boolean hasRemaining() {
        return input.hasRemaining();
    }

    void release() {
        input.release();
    }

    /** Drops everything that has arrived. Returns whether the peer has closed the connection. */
    boolean discard() {
        int count;
        do {
            input.release();
            count = input.fill(endPoint);
        } while (count > 0);
        return count < 0;
    }
}
