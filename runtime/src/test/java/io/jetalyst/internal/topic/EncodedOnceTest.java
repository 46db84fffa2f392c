package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.WebSocketSession;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A topic encodes a message once for all subscribers, including those that subscribe later. */
class EncodedOnceTest {
    private int encoded;
    private final Sockets sockets =
            new Sockets(new Codecs(List.of(new Counting())), SocketLimits.DEFAULT, new MemoryHub(), Sockets.MAX_TOPICS);
    private final List<WebSocketSession> sessions = new ArrayList<>();

    @Test
    void aMessageIsEncodedOnceForAll() {
        List<MemoryWire> wires = List.of(open(), open(), open());
        Topic<Integer> topic = sockets.topics().topic("room", Integer.class, TopicOptions.DEFAULT.history(1));
        topic.subscribe(sessions.get(0));
        topic.subscribe(sessions.get(1));
        topic.publish(7);
        topic.subscribe(sessions.get(2));
        for (MemoryWire wire : wires) {
            assertEquals(List.of("1:7"), wire.sent());
        }
        assertEquals(1, encoded);
    }

    private MemoryWire open() {
        PendingHandshake handshake = sockets.handshake(Fixture.request(), Optional.empty(), SocketOptions.DEFAULT, "/");
        handshake.isRequested();
        handshake.onOpen(sessions::add);
        handshake.seal();
        SocketReceiver receiver = handshake.upgrade(List.of()).receiver();
        return new MemoryWire(receiver);
    }

    private final class Counting implements BodyCodec {
        @Override
        public boolean handles(String mediaType) {
            return true;
        }

        @Override
        public <T> BodyReader<T> reader(Type type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> BodyWriter<T> writer(Type type) {
            return value -> {
                encoded++;
                return value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            };
        }
    }
}
