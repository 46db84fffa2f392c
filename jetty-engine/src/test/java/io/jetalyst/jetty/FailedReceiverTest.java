package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.HeaderField;
import io.jetalyst.internal.protocol.AcceptKey;
import io.jetalyst.testkit.RawSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that throws does not leave a connection behind that no thread reads and no timeout ends. */
@Timeout(60)
class FailedReceiverTest {
    private final CompletableFuture<Throwable> closed = new CompletableFuture<>();

    private final class Failing implements SocketReceiver {
        @Override
        public void opened(SocketWire wire) {
            throw new OutOfMemoryError("on purpose");
        }

        @Override
        public boolean received(ByteBuffer bytes) {
            return true;
        }

        @Override
        public void closed(Throwable failure) {
            closed.complete(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closesTheConnectionWhenTheReceiverCannotOpen(boolean nonBlocking) throws Exception {
        try (TestServer server = TestServer.http(exchange -> {
                    String key = exchange.request().header("Sec-WebSocket-Key").orElseThrow();
                    exchange.upgrade(new SocketUpgrade(
                            List.of(new HeaderField("Sec-WebSocket-Accept", AcceptKey.of(key))),
                            new Failing(),
                            nonBlocking));
                });
                RawSocket raw = RawSocket.open(server.port(), "/any")) {
            raw.awaitEnd();
            assertInstanceOf(OutOfMemoryError.class, closed.get(20, TimeUnit.SECONDS));
        }
    }
}
