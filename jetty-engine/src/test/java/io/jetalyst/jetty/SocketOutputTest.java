package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.ByteBufferPool;
import org.junit.jupiter.api.Test;

/** Bytes that leave over an end point which is not a plain channel, as with TLS. */
class SocketOutputTest {
    private final ByteArrayEndPoint narrow = new ByteArrayEndPoint(new byte[0], 10);
    private final SocketOutput output = new SocketOutput(narrow, ByteBufferPool.NON_POOLING);
    private final List<Throwable> told = new ArrayList<>();

    private boolean write(int bytes) {
        return output.write(output.buffer().put(new byte[bytes]).flip(), told::add);
    }

    @Test
    void whatIsTakenAtOnceIsToldByTheAnswerAlone() {
        assertEquals(true, write(10));
        assertEquals(List.of(), told);
    }

    @Test
    void whatIsGivenUpWasNotWritten() {
        assertFalse(write(100));
        assertEquals(List.of(), told);
        output.cancel();
        output.cancel();
        assertEquals(1, told.size());
        assertInstanceOf(ClosedChannelException.class, told.get(0));
    }
}
