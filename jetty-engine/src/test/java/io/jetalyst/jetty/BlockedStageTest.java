package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.socket.WebSocketSession;
import io.jetalyst.testkit.RawSocket;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dependents of a stage that block do not delay other sockets. */
@Timeout(30)
class BlockedStageTest {
    private final List<RawSocket> clients = new ArrayList<>();
    private final CompletableFuture<WebSocketSession> opened = new CompletableFuture<>();
    private final CountDownLatch atTheEnd = new CountDownLatch(1);

    @AfterEach
    void end() throws Exception {
        atTheEnd.countDown();
        for (RawSocket client : clients) {
            client.close();
        }
    }

    private void block() {
        try {
            atTheEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RawSocket open(TestServer server) throws Exception {
        RawSocket client = RawSocket.open(server.port(), "/any");
        clients.add(client);
        return client;
    }

    @Test
    void theServerStopsInTime() throws Exception {
        TestServer server = TestServer.sockets(handshake -> handshake.onOpen(opened::complete));
        open(server);
        WebSocketSession session = opened.get(10, TimeUnit.SECONDS);
        session.streamText().write("begun, and never ended");
        session.send("behind it").whenComplete((sent, failure) -> block());
        CompletableFuture.runAsync(server::close).get(15, TimeUnit.SECONDS);
    }

    /** The clock ends what does not end by itself, and lets who was too fast go on. */
    @Test
    void timerContinuesWhileStagesBlock() throws Exception {
        CountDownLatch blocked = new CountDownLatch(8);
        CountDownLatch heard = new CountDownLatch(150);
        SocketLimits limits =
                SocketLimits.DEFAULT.times(Duration.ofSeconds(20), Duration.ofSeconds(50), Duration.ofMillis(100));
        try (TestServer server = TestServer.sockets(
                limits,
                handshake -> handshake.onText((session, text) -> {
                    if (text.equals("bye")) {
                        session.close().thenRun(() -> {
                            blocked.countDown();
                            block();
                        });
                    } else {
                        heard.countDown();
                    }
                }))) {
            for (int i = 0; i < 8; i++) {
                open(server).text("bye"); // and never answers the close
            }
            assertTrue(blocked.await(10, TimeUnit.SECONDS));
            RawSocket fast = open(server);
            for (int i = 0; i < 150; i++) {
                fast.text("one of 100 at once, and 50 more in a second");
            }
            assertTrue(heard.await(10, TimeUnit.SECONDS));
            atTheEnd.countDown();
        }
    }

    @Test
    void anIdleSocketHoldsNoSentMessage() throws Exception {
        try (TestServer server = TestServer.sockets(handshake -> handshake.onOpen(opened::complete))) {
            RawSocket client = open(server);
            WeakReference<byte[]> message = send(opened.get(10, TimeUnit.SECONDS));
            assertEquals(1 << 20, client.read().payload().length);
            for (int i = 0; i < 100 && message.get() != null; i++) {
                System.gc();
            }
            assertNull(message.get());
        }
    }

    private static WeakReference<byte[]> send(WebSocketSession session) {
        byte[] message = new byte[1 << 20];
        session.send(ByteBuffer.wrap(message));
        return new WeakReference<>(message);
    }
}
