package io.jetalyst.testkit;

import static io.jetalyst.testkit.RawSocket.BINARY;
import static io.jetalyst.testkit.RawSocket.CLOSE;
import static io.jetalyst.testkit.RawSocket.CONTINUATION;
import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSocketTest {
    private final Peer peer = new Peer();
    private final RawSocket raw = peer.client();

    RawSocketTest() throws IOException {}

    @AfterEach
    void end() throws IOException {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
    void masksAFrameOfAnyLength(int length) throws Exception {
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) 'x');
        byte[] frame = raw.masked(FIN | BINARY, payload);
        int header = frame.length - length;
        assertEquals(length < 126 ? 6 : length < 65_536 ? 8 : 14, header);
        assertEquals((byte) (FIN | BINARY), frame[0]);
        assertTrue((frame[1] & 0x80) != 0);
        for (int i = 0; i < length; i++) {
            assertEquals('x', frame[header + i] ^ frame[header - 4 + i % 4]);
        }
    }

    @Test
    void writesInvalidFrames() throws Exception {
        raw.write(raw.unmasked(FIN | 0x40 | 3, (byte) 'a'));
        raw.trickle(new byte[] {1, 2, 3});
        raw.halfClose();
        assertArrayEquals(
                new byte[] {(byte) 0xc3, 1, 'a', 1, 2, 3}, peer.input().readAllBytes());
    }

    @Test
    void readsFramesWithAllTheirBits() throws Exception {
        peer.says(0x41, 1, 'h', FIN, 1, 'i', FIN | CLOSE, 5, 0x0f, 0xa1, 'b', 'y', 'e');
        RawSocket.Frame part = raw.read();
        assertEquals(0x41, part.firstByte());
        assertEquals(TEXT, part.opcode());
        assertFalse(part.last());
        RawSocket.Frame rest = raw.read();
        assertEquals(CONTINUATION, rest.opcode());
        assertTrue(rest.last());
        assertEquals("i", rest.text());
        RawSocket.Frame close = raw.read();
        assertEquals(4001, close.code());
        assertEquals("bye", close.reason());
    }

    @Test
    void showsEarlierFramesWhenConnectionIsClosed() throws Exception {
        peer.says(TEXT, 2, 'h', 'i', FIN | BINARY, 2, 1, 255, FIN | CLOSE, 2, 3, 0xea);
        peer.ends();
        raw.read();
        raw.read();
        raw.read();
        assertEquals(
                "The server closed the connection, but the test waits for a frame. "
                        + "Last frames: [TEXT (not last) \"hi\", BINARY 2 bytes 01ff, CLOSE 1002]",
                assertThrows(EOFException.class, raw::read).getMessage());
    }

    @Test
    void showsResponseOfRejectedHandshake() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answer(listener));
            server.start();
            IOException refused =
                    assertThrows(IOException.class, () -> RawSocket.open(listener.getLocalPort(), "/chat?name=Ada"));
            assertEquals(
                    "GET /chat?name=Ada did not open a WebSocket, the response is: HTTP/1.1 403 Forbidden\r\n\r\n",
                    refused.getMessage());
            server.join(10_000);
        }
    }

    private static void answer(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write("HTTP/1.1 403 Forbidden\r\n\r\n".getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void resetsTheConnection() {
        raw.reset();
        assertThrows(SocketException.class, () -> peer.input().read());
        raw.reset();
    }

    @Test
    void rejectsMaskedFrameOfServer() throws Exception {
        peer.says(FIN | TEXT, 0x81, 0, 0, 0, 0, 'x');
        assertTrue(assertThrows(IOException.class, raw::read).getMessage().contains("has a mask"));
    }
}
