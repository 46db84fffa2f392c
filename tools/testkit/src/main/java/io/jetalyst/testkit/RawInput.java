package io.jetalyst.testkit;

import io.jetalyst.testkit.RawSocket.Frame;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads what the server sends to a raw client. A failure shows the frames read before. */
final class RawInput {
    private static final int REMEMBERED = 10;

    private final InputStream in;
    private final Duration limit;
    private final Deque<Frame> before = new ArrayDeque<>();

    /** @param limit the timeout of the reads, for the messages of failures */
    RawInput(InputStream in, Duration limit) {
        this.in = new BufferedInputStream(in);
        this.limit = limit;
    }

    Frame frame() throws IOException {
        try {
            Frame frame = next();
            before.addLast(frame);
            if (before.size() > REMEMBERED) {
                before.removeFirst();
            }
            return frame;
        } catch (EOFException e) {
            throw because(
                    new EOFException("The server closed the connection, but the test waits for a frame. " + history()),
                    e);
        } catch (SocketTimeoutException e) {
            throw late("No frame arrived", ". " + history(), e);
        }
    }

    private IOException late(String what, String more, SocketTimeoutException e) {
        return because(new SocketTimeoutException(what + " within " + Limited.text(limit) + more), e);
    }

    private static IOException because(IOException failure, IOException cause) {
        failure.initCause(cause);
        return failure;
    }

    private String history() {
        return before.isEmpty() ? "No frame arrived before." : "Last frames: " + before;
    }

    private Frame next() throws IOException {
        int first = bytes(1)[0] & 0xff;
        int length = bytes(1)[0];
        if (length < 0) {
            throw new IOException("A server's frame has a mask (RFC 6455 §5.1). " + history());
        }
        if (length == 126) {
            length = ByteBuffer.wrap(bytes(2)).getShort() & 0xffff;
        } else if (length == 127) {
            length = Math.toIntExact(ByteBuffer.wrap(bytes(8)).getLong());
        }
        return new Frame(first, bytes(length));
    }

    byte[] fully(int length) throws IOException {
        try {
            return bytes(length);
        } catch (SocketTimeoutException e) {
            throw late(length + " bytes did not arrive", ". " + history(), e);
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                head.append((char) next);
                if (head.indexOf("\r\n\r\n") >= 0) {
                    break;
                }
            }
            return head.toString();
        } catch (SocketTimeoutException e) {
            throw late("No complete response head arrived", ", only \"" + head + "\".", e);
        }
    }

    void untilEnd(StringBuilder all) throws IOException {
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw late("The connection did not end", ". " + history(), e);
        } catch (IOException reset) {
            // ended as well
        }
    }
}
