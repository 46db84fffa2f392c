package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A client of a UNIX socket that reads and writes bytes. */
final class UnixClient implements Closeable {
    private final SocketChannel channel;
    private final InputStream in;

    UnixClient(Path path) throws IOException {
        this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(path));
        this.in = Channels.newInputStream(channel);
    }

    UnixClient write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return this;
    }

    /** Reads until the server closes the connection. */
    String readUntilEnd() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    /** Reads the head of a response. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(head.toString(ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    /** Reads this text. */
    void expect(String text) throws IOException {
        String read = new String(in.readNBytes(text.length()), ISO_8859_1);
        assertTrue(read.equals(text), read);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
