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

/** What a server says to a raw client; a failure tells what it said before. */
final class RawInput {
    private static final int REMEMBERED = 10;

    private final InputStream in;
    private final Duration limit;
    private final Deque<Frame> before = new ArrayDeque<>();

    /** @param limit of the stream's reads, to be told when one is over */
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
                    new EOFException("The server ended the connection, but a frame was awaited. " + history()), e);
        } catch (SocketTimeoutException e) {
            throw late("No frame came", ". " + history(), e);
        }
    }

    private IOException late(String what, String more, SocketTimeoutException e) {
        return because(new SocketTimeoutException(what + " within " + Limited.text(limit) + more), e);
    }

    private static IOException because(IOException told, IOException cause) {
        told.initCause(cause);
        return told;
    }

    private String history() {
        return before.isEmpty() ? "None came before." : "Last came: " + before;
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
            throw late(length + " bytes did not come", ". " + history(), e);
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
            throw late("No head of an answer came", ", only \"" + head + "\".", e);
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
