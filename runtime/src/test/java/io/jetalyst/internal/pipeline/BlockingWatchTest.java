package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.filter.Context;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.table.Invoker;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingWatchTest {
    @Test
    void logsTheHandlerThatBlocksAndItsStack() throws InterruptedException {
        String log = logUntil("BlockingWatchTest.logsTheHandlerThatBlocksAndItsStack", seen -> {
            new BlockingWatch().begin("Rooms.slow");
            seen.await(2, TimeUnit.SECONDS);
        });

        assertTrue(log.contains("Rooms.slow is non-blocking"), log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onOpen", "onText", "onClose"})
    void logsTheSocketEndpointWhoseListenerBlocksInDevMode(String blocking) throws InterruptedException {
        String log = logUntil("BlockingWatchTest.await", seen -> {
            SocketReceiver receiver = upgrade(new BlockingRoute(blocking, () -> await(seen)));
            MemoryWire wire = new MemoryWire(receiver);
            wire.text("hello");
            wire.closeByPeer(1000, "");
        });

        assertTrue(log.contains("Rooms.join is non-blocking"), log);
    }

    private static SocketReceiver upgrade(Invoker invoker) {
        Route.Socket route = Route.socket("/join", "Rooms.join", SocketOptions.DEFAULT.nonBlocking(true));
        PipelineOptions development = PipelineOptions.defaults().inDevelopment();
        Pipeline pipeline = new Pipeline(
                Router.of(List.of(new BoundRoute(route, 0, invoker))), List.of(), Fixture.sockets(), development);
        return RecordedExchange.handshake("/join").through(pipeline).upgraded().receiver();
    }

    private static void await(CountDownLatch seen) {
        try {
            seen.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Accepts a handshake; one of its listeners blocks. */
    private record BlockingRoute(String blocking, Runnable block) implements Invoker {
        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            if (!handshake.isRequested()) {
                return false;
            }
            handshake.onOpen(session -> blockIn("onOpen"));
            handshake.onText((session, text) -> blockIn("onText"));
            handshake.onClose((session, status) -> blockIn("onClose"));
            return true;
        }

        private void blockIn(String listener) {
            if (listener.equals(blocking)) {
                block.run();
            }
        }
    }

    @FunctionalInterface
    private interface Action {
        void run(CountDownLatch seen) throws InterruptedException;
    }

    /**
     * Runs an action until a line of the log contains the text, at most ten times. The latch is open then. On a busy machine the framework itself
     * may keep the thread for too long, and an application logs an endpoint only once.
     */
    private static String logUntil(String awaited, Action action) throws InterruptedException {
        PrintStream before = System.err;
        Log log = new Log(awaited);
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            for (int attempt = 0; attempt < 10 && log.seen.getCount() > 0; attempt++) {
                action.run(log.seen);
            }
            assertTrue(log.seen.await(10, TimeUnit.SECONDS), log::text);
        } finally {
            System.setErr(before);
        }
        return log.text();
    }

    /** Collects the lines of a log until one of them contains a text. */
    private static final class Log extends OutputStream {
        final CountDownLatch seen = new CountDownLatch(1);
        private final String awaited;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Log(String awaited) {
            this.awaited = awaited;
        }

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
            if (b == '\n' && text().contains(awaited)) {
                seen.countDown();
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
