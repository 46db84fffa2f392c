package io.jetalyst.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CloseFrameTest {
    private static boolean mayCome(int code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }

    @Test
    void everyCodeThereIsComesOrIs1002() throws Exception {
        for (int code = 0; code <= 65_535; code++) {
            ByteBuffer payload = ByteBuffer.allocate(4)
                    .putShort((short) code)
                    .put((byte) 'o')
                    .put((byte) 'k')
                    .flip();
            if (mayCome(code)) {
                CloseFrame close = CloseFrame.read(payload);
                assertEquals(new CloseFrame(code, "ok"), close);
                assertEquals(payload.rewind(), close.payload());
            } else {
                assertEquals(
                        1002,
                        assertThrows(ProtocolException.class, () -> CloseFrame.read(payload))
                                .code());
            }
        }
    }

    @Test
    void noPayloadIs1005AndHalfACodeIs1002() throws Exception {
        assertEquals(new CloseFrame(1005, ""), CloseFrame.read(ByteBuffer.allocate(0)));
        assertEquals(ByteBuffer.allocate(0), new CloseFrame(1005, "").payload());
        assertEquals(
                1002,
                assertThrows(ProtocolException.class, () -> CloseFrame.read(ByteBuffer.allocate(1)))
                        .code());
    }

    @Test
    void aReasonThatIsNotUtf8Is1007() {
        for (byte[] reason : new byte[][] {{(byte) 0xff}, {(byte) 0xc3}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            ByteBuffer payload = ByteBuffer.allocate(2 + reason.length)
                    .putShort((short) 1000)
                    .put(reason)
                    .flip();
            assertEquals(
                    1007,
                    assertThrows(ProtocolException.class, () -> CloseFrame.read(payload))
                            .code());
        }
    }

    @Test
    void aReasonIsCutAt123BytesBetweenCharacters() {
        assertEquals("x".repeat(123), CloseCodes.fit("x".repeat(124)));
        assertEquals("x".repeat(122), CloseCodes.fit("x".repeat(122) + "é"));
        assertEquals("x".repeat(121) + "é", CloseCodes.fit("x".repeat(121) + "éé"));
        assertEquals(120, CloseCodes.fit("😀".repeat(40)).getBytes(StandardCharsets.UTF_8).length);
    }
}
