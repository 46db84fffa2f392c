package io.jetalyst.testkit;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The messages of a raw client that times out. */
class RawLimitTest {
    private final Peer peer = new Peer(Duration.ofMillis(1500));
    private final RawSocket raw = peer.client();

    RawLimitTest() throws IOException {}

    @AfterEach
    void end() throws IOException {
        peer.close();
    }

    @Test
    void reportsMissingFrame() {
        assertEquals("No frame arrived within 1500 ms. No frame arrived before.", failure(raw::read));
    }

    @Test
    void reportsIncompleteFrame() throws Exception {
        peer.says(FIN | TEXT, 2, 'h', 'i');
        raw.read();
        peer.says(FIN | TEXT, 2, 'h');
        assertEquals("No frame arrived within 1500 ms. Last frames: [TEXT \"hi\"]", failure(raw::read));
    }

    @Test
    void reportsOpenConnection() {
        assertEquals("The connection did not end within 1500 ms. No frame arrived before.", failure(raw::awaitEnd));
    }

    @Test
    void reportsIncompleteResponseHead() throws Exception {
        peer.says('H', 'T', 'T', 'P');
        assertEquals("No complete response head arrived within 1500 ms, only \"HTTP\".", failure(raw::readHead));
    }

    @Test
    void bytes() throws Exception {
        peer.says(1, 2);
        assertEquals(
                "3 bytes did not arrive within 1500 ms. No frame arrived before.", failure(() -> raw.readFully(3)));
    }

    @Test
    void roundsTimeoutUpToOneMillisecond() {
        assertEquals(1, Limited.millis(Duration.ofNanos(1)));
        assertEquals(Integer.MAX_VALUE, Limited.millis(Duration.ofDays(100)));
    }

    private static String failure(Executable wait) {
        return assertThrows(SocketTimeoutException.class, wait).getMessage();
    }
}
