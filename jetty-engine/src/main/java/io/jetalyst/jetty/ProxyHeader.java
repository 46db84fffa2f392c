package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header of the PROXY protocol, version 1 or 2, which a proxy sends at the begin of a connection.
 *
 * @param client the address of the client; {@code null} if the proxy does not name one, because the connection is its own
 * @param isSecure whether the client uses TLS on its connection to the proxy
 * @param length the number of bytes of the header
 */
record ProxyHeader(@Nullable InetSocketAddress client, boolean isSecure, int length) {
    /** The number of bytes that a header may have. */
    static final int MAX_BYTES = 2048;

    private static final int V1_MAX_BYTES = 107;
    private static final byte[] V1 = "PROXY ".getBytes(ISO_8859_1);
    private static final byte[] V2 = "\r\n\r\n\0\r\nQUIT\n".getBytes(ISO_8859_1);
    private static final int V2_HEAD_BYTES = 16;
    private static final int LOCAL = 0x20;
    private static final int PROXY = 0x21;
    private static final int TCP4 = 0x11;
    private static final int TCP6 = 0x21;
    private static final int TLV_SSL = 0x20;
    private static final int CLIENT_SSL = 1;

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String IPV6 = "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";
    private static final Pattern LINE = Pattern.compile("PROXY (?:UNKNOWN(?: .*)?|TCP4 (" + IPV4 + ") " + IPV4
            + " (\\d{1,5}) \\d{1,5}|TCP6 (" + IPV6 + ") " + IPV6 + " (\\d{1,5}) \\d{1,5})");

    /**
     * Reads a header.
     *
     * @return {@code null} if more bytes are needed
     * @throws IllegalArgumentException if the bytes are not the begin of a header
     */
    static @Nullable ProxyHeader read(ByteBuffer bytes) {
        if (begins(bytes, V2)) {
            return bytes.remaining() < V2_HEAD_BYTES ? null : readBinary(bytes);
        }
        if (begins(bytes, V1)) {
            return readLine(bytes);
        }
        throw new IllegalArgumentException("no header of the PROXY protocol");
    }

    private static boolean begins(ByteBuffer bytes, byte... signature) {
        int length = Math.min(bytes.remaining(), signature.length);
        return bytes.slice(bytes.position(), length).equals(ByteBuffer.wrap(signature, 0, length));
    }

    private static @Nullable ProxyHeader readLine(ByteBuffer bytes) {
        int length = Math.min(bytes.remaining(), V1_MAX_BYTES);
        String text = ISO_8859_1.decode(bytes.slice(bytes.position(), length)).toString();
        int end = text.indexOf("\r\n");
        if (end < 0) {
            if (length == V1_MAX_BYTES) {
                throw new IllegalArgumentException("a line that is too long");
            }
            return null;
        }
        Matcher line = LINE.matcher(text.substring(0, end));
        if (!line.matches()) {
            throw new IllegalArgumentException("a malformed line");
        }
        String address = line.group(1) == null ? line.group(3) : line.group(1);
        String port = line.group(1) == null ? line.group(4) : line.group(2);
        return new ProxyHeader(address == null ? null : socketAddress(address, port), false, end + 2);
    }

    /** Of a literal, so that no name is looked up. */
    private static InetSocketAddress socketAddress(String address, String port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(address), Integer.parseInt(port));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("a malformed address", e);
        }
    }

    private static @Nullable ProxyHeader readBinary(ByteBuffer bytes) {
        int start = bytes.position();
        int command = bytes.get(start + V2.length) & 0xff;
        int family = bytes.get(start + V2.length + 1) & 0xff;
        int length = V2_HEAD_BYTES + (bytes.getShort(start + V2.length + 2) & 0xffff);
        if ((command != LOCAL && command != PROXY) || length > MAX_BYTES) {
            throw new IllegalArgumentException("an unknown command, or a header that is too long");
        }
        if (bytes.remaining() < length) {
            return null;
        }
        ByteBuffer content = bytes.slice(start + V2_HEAD_BYTES, length - V2_HEAD_BYTES);
        int addressBytes = family == TCP4 ? 4 : family == TCP6 ? 16 : 0;
        if (command == LOCAL || addressBytes == 0) {
            return new ProxyHeader(null, false, length); // a check of the proxy itself, or a family without an address
        }
        if (content.remaining() < 2 * addressBytes + 4) {
            throw new IllegalArgumentException("a header that is too short");
        }
        byte[] address = new byte[addressBytes];
        content.get(address);
        int port = content.getShort(2 * addressBytes) & 0xffff;
        content.position(2 * addressBytes + 4);
        return new ProxyHeader(new InetSocketAddress(address(address), port), isSecure(content), length);
    }

    private static InetAddress address(byte... bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether the fields behind the addresses say that the client uses TLS. */
    private static boolean isSecure(ByteBuffer fields) {
        while (fields.remaining() >= 3) {
            int type = fields.get() & 0xff;
            int length = fields.getShort() & 0xffff;
            if (length > fields.remaining()) {
                throw new IllegalArgumentException("a field that is longer than the header");
            }
            if (type == TLV_SSL && length > 0) {
                return (fields.get(fields.position()) & CLIENT_SSL) != 0;
            }
            fields.position(fields.position() + length);
        }
        return false;
    }
}
