package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import io.jetalyst.internal.config.LifeSettings;
import io.jetalyst.internal.config.ServerSettings;
import io.jetalyst.internal.config.ServerSettings.Mode;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.health.HealthEndpoint;
import io.jetalyst.internal.log.CapturedLog;
import io.jetalyst.internal.proxy.BasePath;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.internal.systemd.Supervisor;
import io.jetalyst.socket.SocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a stop leaves to those it waits for. */
@Timeout(30)
class ShutdownTest {
    private final Sockets sockets = Fixture.sockets();
    private final List<Duration> given = new ArrayList<>();
    private final AtomicBoolean areInstancesClosed = new AtomicBoolean();
    private Runnable endResponses = () -> {};
    private int drains;

    @Test
    void logsWhatItWaitsForAndHowLong() {
        try (CapturedLog log = new CapturedLog()) {
            stop(Duration.ofSeconds(5));
            String expected =
                    "Stopping, within 3608 s: 0 requests in flight, 0 connections, 0 WebSockets; serves for another 3600 s";
            assertTrue(log.text().contains(expected), log.text());
        }
    }

    private void stop(Duration timeout) {
        RunningEngine engine = new SilentEngine.Running(List.of()) {
            @Override
            public void drain() {
                drains++;
            }

            @Override
            public void stop(Duration within) {
                given.add(within);
            }
        };
        ServerSettings server =
                new ServerSettings(List.of(), Mode.PRODUCTION, BasePath.ROOT, timeout, timeout, timeout, 1, 1);
        new Shutdown(
                        new Started(
                                "",
                                engine,
                                sockets,
                                new Codecs(List.of()),
                                new Settings(List.of()),
                                server,
                                new LifeSettings(Duration.ofHours(1), Optional.empty(), Optional.empty()),
                                HealthEndpoint.off(),
                                new Rejections(),
                                List.of(),
                                Optional.empty(),
                                endResponses,
                                () -> areInstancesClosed.set(true)),
                        Supervisor.none())
                .run(() -> {});
    }

    @Test
    void requestsHaveAllTheTimeWhereThereIsNoSocket() {
        stop(Duration.ofMinutes(1));
        assertTrue(given.get(0).compareTo(Duration.ofSeconds(30)) > 0, given::toString);
        assertEquals(1, drains);
    }

    @Test
    void requestsHaveWhatSocketsLeaveAndASecondAtLeast() {
        PendingHandshake handshake =
                sockets.handshake(Request.builder("GET", "/").build(), Optional.empty(), SocketOptions.DEFAULT, "/");
        handshake.isRequested();
        handshake.seal();
        handshake.upgrade(List.of()).receiver().opened(new Silence());
        stop(Duration.ofMillis(1200));
        assertEquals(List.of(Duration.ofSeconds(1)), given);
    }

    @Test
    void stopsTheEngineAndClosesInstancesIfResponsesCannotBeEnded() {
        endResponses = () -> {
            throw new IllegalStateException("the code of a response failed");
        };

        stop(Duration.ofMillis(100));

        assertEquals(1, given.size());
        assertTrue(areInstancesClosed.get());
    }

    /** Takes all that is sent, and never answers. */
    private static final class Silence implements SocketWire {
        @Override
        public ByteBuffer buffer() {
            return ByteBuffer.allocate(1024);
        }

        @Override
        public boolean write(ByteBuffer buffer, Written written) {
            return true;
        }

        @Override
        public void resume() {}

        @Override
        public void shutdownOutput() {}

        @Override
        public void close() {}

        @Override
        public void execute(Runnable task) {}
    }
}
