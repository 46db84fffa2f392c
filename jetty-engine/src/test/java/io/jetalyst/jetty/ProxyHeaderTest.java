package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of the PROXY protocol, and what is none. */
class ProxyHeaderTest {
    static final String V2 = "\r\n\r\n\0\r\nQUIT\n";
    private static final String ADDRESSES = "\u00cb\0q\u0007\u007f\0\0\u0001\u0010\0\0P";

    /** A header of version 2. */
    static String binary(int command, int family, String content) {
        return V2
                + (char) command
                + (char) family
                + (char) (content.length() >> 8)
                + (char) (content.length() & 0xff)
                + content;
    }

    private static ProxyHeader read(String text) {
        return ProxyHeader.read(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
    }

    private static void assertClient(InetSocketAddress client, boolean secure, String header) {
        assertEquals(new ProxyHeader(client, secure, header.length()), read(header + "GET / HTTP/1.1"));
        for (int i = 0; i < header.length(); i++) {
            assertNull(read(header.substring(0, i)), "needs more than " + i);
        }
    }

    @Test
    void readsLines() {
        assertClient(new InetSocketAddress("203.0.113.7", 4096), false, "PROXY TCP4 203.0.113.7 127.0.0.1 4096 80\r\n");
        assertClient(new InetSocketAddress("2001:db8::7", 1), false, "PROXY TCP6 2001:db8::7 ::1 1 80\r\n");
        assertClient(null, false, "PROXY UNKNOWN\r\n");
        assertClient(null, false, "PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n");
    }

    @Test
    void readsBinaryHeaders() {
        InetSocketAddress client = new InetSocketAddress("203.0.113.7", 4096);
        String address = "\u00cb\0q\u0007\u007f\0\0\u0001\u0010\0\0P";
        assertClient(client, false, binary(0x21, 0x11, address));
        assertClient(client, true, binary(0x21, 0x11, address + "\u0001\0\u0002h2 \0\u0005\u0001\0\0\0\0"));
        assertClient(client, false, binary(0x21, 0x11, address + " \0\u0005\0\0\0\0\0"));
        assertClient(
                new InetSocketAddress("::1", 258),
                false,
                binary(0x21, 0x21, "\0".repeat(15) + "\u0001" + "\0".repeat(16) + "\u0001\u0002\0P"));
        assertClient(null, false, binary(0x20, 0x00, ""));
        assertClient(null, false, binary(0x20, 0x11, address));
        assertClient(null, false, binary(0x21, 0x00, "anything"));
        assertClient(null, false, binary(0x21, 0x31, "\0".repeat(216)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "PROXY TCP4 host.example 127.0.0.1 1 2\r\n",
                "PROXY TCP4 999.1.1.1 127.0.0.1 1 2\r\n",
                "PROXY TCP4 1.2.3 127.0.0.1 1 2\r\n",
                "PROXY TCP6 1.2.3.4 127.0.0.1 1 2\r\n",
                "PROXY TCP6 ::1::2 ::1 1 2\r\n",
                "PROXY TCP4 1.2.3.4 127.0.0.1 99999 2\r\n",
                "PROXY TCP4 1.2.3.4 127.0.0.1 1\r\n",
                "PROXY tcp4 1.2.3.4 127.0.0.1 1 2\r\n",
                "PROXY  TCP4 1.2.3.4 127.0.0.1 1 2\r\n",
                "PROXY\r\n",
                "\r\n\r\n\0\r\nQUIT\r",
                "\r\nGET / HTTP/1.1"
            })
    void rejectsAnythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> read(text));
    }

    @Test
    void rejectsHeadersThatAreTooLongOrTooShort() {
        assertThrows(IllegalArgumentException.class, () -> read("PROXY UNKNOWN " + "x".repeat(100)));
        assertThrows(IllegalArgumentException.class, () -> read(binary(0x21, 0x11, ADDRESSES.substring(1))));
        assertThrows(IllegalArgumentException.class, () -> read(binary(0x21, 0x11, "\0".repeat(3000))));
        assertThrows(IllegalArgumentException.class, () -> read(binary(0x31, 0x11, ADDRESSES)));
        assertThrows(IllegalArgumentException.class, () -> read(binary(0x22, 0x11, ADDRESSES)));
        assertThrows(IllegalArgumentException.class, () -> read(binary(0x21, 0x11, ADDRESSES + " \0\u0009\u0001")));
    }
}
