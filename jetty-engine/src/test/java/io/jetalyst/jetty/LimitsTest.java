package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.socket.SocketLimits;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits over real sockets, with the real clock; how they are counted is tested in memory. */
@Timeout(30)
class LimitsTest {
    private final Diary diary = new Diary();

    @Test
    void aBurstAboveTheRateIsHeldBackAndNothingOfItIsLost() throws Exception {
        SocketLimits limits =
                SocketLimits.DEFAULT.with(Map.of(SocketLimit.MESSAGES_PER_SECOND, 200, SocketLimit.MESSAGE_BURST, 10));
        try (TestServer server = TestServer.sockets(
                        limits, handshake -> diary.of(handshake).onText((session, text) -> session.send(text)));
                RawSocket raw = RawSocket.open(server.port(), "/any")) {
            ByteArrayOutputStream burst = new ByteArrayOutputStream();
            for (int i = 0; i < 111; i++) {
                burst.writeBytes(raw.masked(RawSocket.FIN | RawSocket.TEXT, text(i)));
            }
            long begin = System.nanoTime();
            raw.write(burst.toByteArray());
            for (int i = 0; i < 111; i++) {
                assertEquals("message " + i, raw.read().text());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.toMillis() >= 500, () -> "100 messages above the burst took " + took);
            raw.closeFrame(1000);
            assertEquals(1000, diary.await().status().code());
        }
    }

    private static byte[] text(int number) {
        return ("message " + number).getBytes(StandardCharsets.UTF_8);
    }
}
