package io.jetalyst.jetty;

import static io.jetalyst.testkit.RawSocket.BINARY;
import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A length has one form only: "the minimal number of bytes MUST be used" (RFC 6455 §5.2). */
@Timeout(30)
class LengthFormTest {
    @RegisterExtension
    static final TestApp APP = SocketTable.app(handshake ->
            handshake.onText((session, text) -> session.send(text)).onBinary((session, bytes) -> session.send(bytes)));

    @ParameterizedTest(name = "{0} bytes as {1}")
    @CsvSource({"0, 126", "1, 126", "125, 126", "0, 127", "125, 127", "126, 127", "65535, 127"})
    void aLongerFormThanNeededIs1002(int length, int form, TestSockets sockets) throws Exception {
        for (int opcode : new int[] {TEXT, BINARY}) {
            RawSocket raw = sockets.raw("/socket");
            ByteBuffer head = ByteBuffer.allocate(14).put((byte) (FIN | opcode)).put((byte) (0x80 | form));
            if (form == 126) {
                head.putShort((short) length);
            } else {
                head.putLong(length);
            }
            raw.write(java.util.Arrays.copyOf(head.array(), head.position() + 4));
            writeUnlessCut(raw, new byte[length]);
            RawSocket.Frame frame = raw.read();
            assertEquals(RawSocket.CLOSE, frame.opcode(), "it was taken");
            assertEquals(1002, frame.code());
        }
    }

    /** A control frame has a length of seven bits; another is wrong before its payload comes, and not too big but broken (§5.5). */
    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {RawSocket.PING, RawSocket.PONG, RawSocket.CLOSE})
    void aLongControlFrameIs1002ByItsHead(int opcode, TestSockets sockets) throws Exception {
        for (int form : new int[] {126, 127}) {
            RawSocket raw = sockets.raw("/socket");
            byte[] head = ByteBuffer.allocate(form == 126 ? 8 : 14)
                    .put((byte) (FIN | opcode))
                    .put((byte) (0x80 | form))
                    .put((byte) 1)
                    .array();
            raw.write(head);
            RawSocket.Frame frame = raw.read();
            assertEquals(RawSocket.CLOSE, frame.opcode());
            assertEquals(1002, frame.code());
        }
    }

    private static void writeUnlessCut(RawSocket raw, byte[] bytes) {
        try {
            raw.write(bytes);
        } catch (IOException cut) {
            // The head was enough.
        }
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"0", "125", "126", "65535", "65536"})
    void theShortestFormIsTaken(int length, TestSockets sockets) throws Exception {
        RawSocket raw = sockets.raw("/socket");
        raw.frame(FIN | BINARY, new byte[length]);
        assertEquals(length, raw.read().payload().length);
    }
}
