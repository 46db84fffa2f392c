package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.ByteBufferPool;
import org.junit.jupiter.api.Test;

/** Writes to an end point that is not a plain channel, as with TLS. */
class SocketOutputTest {
    private final ByteArrayEndPoint narrow = new ByteArrayEndPoint(new byte[0], 10);
    private final SocketOutput output = new SocketOutput(narrow, ByteBufferPool.NON_POOLING);
    private final List<Throwable> written = new ArrayList<>();

    private boolean write(int bytes) {
        return output.write(output.buffer().put(new byte[bytes]).flip(), written::add);
    }

    @Test
    void reportsACompleteWriteByItsReturnValueOnly() {
        assertEquals(true, write(10));
        assertEquals(List.of(), written);
    }

    @Test
    void failsACancelledWriteOnce() {
        assertFalse(write(100));
        assertEquals(List.of(), written);
        output.cancel();
        output.cancel();
        assertEquals(1, written.size());
        assertInstanceOf(ClosedChannelException.class, written.get(0));
    }

    @Test
    void releasesABufferThatIsDiscarded() {
        ArrayByteBufferPool.Tracking pool = new ArrayByteBufferPool.Tracking();
        SocketOutput tracked = new SocketOutput(narrow, pool);
        tracked.buffer();
        assertEquals(1, pool.getLeaks().size());
        tracked.discard();
        tracked.discard();
        assertEquals(0, pool.getLeaks().size());
    }
}
