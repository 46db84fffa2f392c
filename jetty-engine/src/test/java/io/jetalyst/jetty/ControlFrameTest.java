package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Control frames overtake a listener that blocks, and one whose stage is not done (RFC 6455 §5.5.2). */
@Timeout(60)
class ControlFrameTest {
    /** The behaviour of a listener after the message "wait". */
    private enum Wait {
        BLOCKS,
        RETURNS_STAGE
    }

    private static final class Scene implements AutoCloseable {
        private final CompletableFuture<Void> release = new CompletableFuture<>();
        private final CountDownLatch entered = new CountDownLatch(1);
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final TestServer server;
        private final RawSocket client;

        Scene(Wait wait) throws Exception {
            server = TestServer.sockets(handshake -> attach(wait, handshake));
            client = RawSocket.open(server.port(), "/any");
        }

        private void attach(Wait wait, WebSocketHandshake handshake) {
            handshake.onClose((session, status) -> received.add("close " + status.code()));
            if (wait == Wait.BLOCKS) {
                handshake.onText((session, text) -> {
                    received.add(text);
                    if (text.equals("wait")) {
                        entered.countDown();
                        release.get(50, TimeUnit.SECONDS);
                    }
                });
            } else {
                handshake.onTextAsync((session, text) -> {
                    received.add(text);
                    entered.countDown();
                    return text.equals("wait") ? release : CompletableFuture.completedStage(null);
                });
            }
        }

        String next() throws InterruptedException {
            return String.valueOf(received.poll(20, TimeUnit.SECONDS));
        }

        String pong() throws Exception {
            RawSocket.Frame frame = client.read();
            return frame.opcode() + ":" + frame.text();
        }

        @Override
        public void close() throws IOException {
            release.complete(null);
            client.close();
            server.close();
        }
    }

    private interface Body {
        void run(Scene scene) throws Exception;
    }

    private static Stream<DynamicTest> both(Body body) {
        return Stream.of(Wait.values())
                .map(wait -> DynamicTest.dynamicTest(wait.name(), () -> {
                    try (Scene scene = new Scene(wait)) {
                        body.run(scene);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> answersEachPingOnceWhileTheListenerWaits() {
        return both(scene -> {
            scene.client.text("wait");
            scene.entered.await(20, TimeUnit.SECONDS);
            for (String payload : List.of("1", "2")) {
                scene.client.frame(RawSocket.FIN | RawSocket.PING, payload.getBytes(US_ASCII));
                assertEquals("10:" + payload, scene.pong());
            }
            scene.client.text("next");
            scene.client.frame(RawSocket.FIN | RawSocket.PING, (byte) '3');
            assertEquals("10:3", scene.pong());
            scene.release.complete(null);
            assertEquals(List.of("wait", "next"), List.of(scene.next(), scene.next()));
            scene.client.frame(RawSocket.FIN | RawSocket.PING, (byte) '4');
            assertEquals("10:4", scene.pong());
        });
    }

    @Test
    void answersAPingWhileOnOpenBlocksAndDeliversTheMessageAfterwards() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        BlockingQueue<String> calls = new LinkedBlockingQueue<>();
        try (TestServer server = TestServer.sockets(handshake -> handshake
                        .onOpen(session -> {
                            release.get(50, TimeUnit.SECONDS);
                            calls.add("opened");
                        })
                        .onText((session, text) -> calls.add(text))
                        .onClose((session, status) -> calls.add("closed")));
                RawSocket client = RawSocket.open(server.port(), "/any")) {
            client.text("hello");
            client.frame(RawSocket.FIN | RawSocket.PING, (byte) '1');
            assertEquals("1", client.read().text());
            assertEquals(List.of(), List.copyOf(calls));
            release.complete(null);
            assertEquals("opened", calls.poll(20, TimeUnit.SECONDS));
            assertEquals("hello", calls.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void callsOnCloseAfterABlockingOnOpenIfTheClientDisconnectsMeanwhile() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<WebSocketSession> opening = new CompletableFuture<>();
        BlockingQueue<String> calls = new LinkedBlockingQueue<>();
        try (TestServer server = TestServer.sockets(handshake -> handshake
                .onOpen(session -> {
                    opening.complete(session);
                    release.get(50, TimeUnit.SECONDS);
                    calls.add("opened");
                })
                .onClose((session, status) -> calls.add("closed " + status.code())))) {
            RawSocket client = RawSocket.open(server.port(), "/any");
            WebSocketSession session = opening.get(20, TimeUnit.SECONDS);
            client.reset();
            CompletableFuture<Void> sent = session.send("x").toCompletableFuture();
            while (!sent.isCompletedExceptionally()) {
                sent = session.send("x").toCompletableFuture();
            }
            assertEquals(List.of(), List.copyOf(calls));
            release.complete(null);
            assertEquals("opened", calls.poll(20, TimeUnit.SECONDS));
            assertEquals("closed 1006", calls.poll(20, TimeUnit.SECONDS));
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAPingThatCameWithTheMessage() {
        return both(scene -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(scene.client.masked(RawSocket.FIN | RawSocket.TEXT, "wait".getBytes(US_ASCII)));
            bytes.write(scene.client.masked(RawSocket.FIN | RawSocket.TEXT, "next".getBytes(US_ASCII)));
            bytes.write(scene.client.masked(RawSocket.FIN | RawSocket.PING, (byte) '1'));
            scene.client.write(bytes.toByteArray());
            assertEquals("10:1", scene.pong());
            scene.release.complete(null);
            assertEquals(List.of("wait", "next"), List.of(scene.next(), scene.next()));
            scene.client.frame(RawSocket.FIN | RawSocket.PING, (byte) '2');
            assertEquals("10:2", scene.pong());
        });
    }

    @TestFactory
    Stream<DynamicTest> answersACloseWhileTheListenerWaits() {
        return both(scene -> {
            scene.client.text("wait");
            scene.entered.await(20, TimeUnit.SECONDS);
            scene.client.closeFrame(1000);
            assertEquals(1000, scene.client.readClose());
            scene.release.complete(null);
            assertEquals(List.of("wait", "close 1000"), List.of(scene.next(), scene.next()));
        });
    }

    /** A client may send its last message and close at once. */
    @TestFactory
    Stream<DynamicTest> deliversMessagesBeforeAClose() {
        return both(scene -> {
            scene.client.text("wait");
            scene.entered.await(20, TimeUnit.SECONDS);
            scene.client.text("last");
            scene.client.closeFrame(1000);
            scene.client.frame(RawSocket.FIN | RawSocket.PING, (byte) '1');
            scene.release.complete(null);
            assertEquals(List.of("wait", "last", "close 1000"), List.of(scene.next(), scene.next(), scene.next()));
        });
    }

    /** The client sends more than the engine reads ahead. */
    @TestFactory
    Stream<DynamicTest> deliversAllMessagesInOrderAfterReadingAhead() {
        return both(scene -> {
            scene.client.text("wait");
            scene.entered.await(20, TimeUnit.SECONDS);
            String padding = "x".repeat(1000);
            for (int i = 0; i < 60; i++) {
                scene.client.text(i + padding);
                scene.client.frame(RawSocket.FIN | RawSocket.PING, (byte) i);
            }
            scene.release.complete(null);
            assertEquals("wait", scene.next());
            for (int i = 0; i < 60; i++) {
                assertEquals(i + padding, scene.next());
                assertEquals((byte) i, scene.client.read().payload()[0]);
            }
        });
    }
}
