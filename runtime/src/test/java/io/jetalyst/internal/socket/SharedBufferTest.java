package io.jetalyst.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message of a topic is encoded once: every wire is handed the same buffer, whoever reads from it. */
class SharedBufferTest {
    private final Fixture fixture = new Fixture();
    private final List<WebSocketSession> sessions = new ArrayList<>();

    @Test
    void everyWireIsHandedTheSameBuffer() {
        List<BufferWire> wires = List.of(open(), open(), open());
        Topic<String> topic = fixture.sockets.topics().topic("room", String.class);
        sessions.forEach(topic::subscribe);
        topic.publish("hello");
        ByteBuffer buffer = wires.get(0).payloads.get(0);
        for (BufferWire wire : wires) {
            assertEquals(1, wire.payloads.size());
            assertSame(buffer, wire.payloads.get(0));
            assertSame(buffer.array(), wire.payloads.get(0).array());
        }
    }

    @Test
    void whoComesLaterIsHandedTheSameBytes() {
        BufferWire early = open();
        BufferWire late = open();
        TopicOptions options = TopicOptions.DEFAULT.history(1);
        Topic<String> topic = fixture.sockets.topics().topic("room", String.class, options);
        topic.subscribe(sessions.get(0));
        topic.publish("hello");
        topic.subscribe(sessions.get(1));
        assertSame(early.payloads.get(0).array(), late.payloads.get(0).array());
    }

    private BufferWire open() {
        BufferWire wire = new BufferWire();
        SocketReceiver receiver = fixture.receiver(handshake -> handshake.onOpen(sessions::add));
        receiver.opened(wire);
        return wire;
    }

    /** Keeps the buffers that it is handed. */
    private static final class BufferWire implements SocketWire {
        final List<ByteBuffer> payloads = new ArrayList<>();

        @Override
        public void send(int opcode, boolean last, ByteBuffer payload, Written written) {
            payloads.add(payload);
            written.written(null);
        }

        @Override
        public void close(int code, String reason) {}

        @Override
        public void demand() {}

        @Override
        public void abort() {}
    }
}
