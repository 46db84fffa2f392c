package io.jetalyst.internal.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** When listeners may be attached: never is one replaced or ignored. */
class HandshakeListenersTest {
    private final Fixture fixture = new Fixture();

    private PendingHandshake offered() {
        return fixture.sockets.handshake(Fixture.request(), Optional.of("chat"), SocketOptions.DEFAULT, "/");
    }

    /** All listeners, by name. */
    private enum Kind {
        OPEN {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onOpen(session -> {});
            }
        },
        TEXT {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onText((session, text) -> {});
            }
        },
        TEXT_ASYNC {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onTextAsync((session, text) -> CompletableFuture.completedStage(null));
            }
        },
        MESSAGE {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onMessage(Integer.class, (session, number) -> {});
            }
        },
        MALFORMED_MESSAGE {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onMalformedMessage((session, message) -> {});
            }
        },
        TEXT_FRAME {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onPartialText((session, part, last) -> {});
            }
        },
        BINARY {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onBinary((session, bytes) -> {});
            }
        },
        BINARY_ASYNC {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onBinaryAsync((session, bytes) -> CompletableFuture.completedStage(null));
            }
        },
        BINARY_FRAME {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onPartialBinary((session, part, last) -> {});
            }
        },
        PONG {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onPong((session, payload) -> {});
            }
        },
        ERROR {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onError((session, error) -> {});
            }
        },
        CLOSE {
            @Override
            void attach(WebSocketHandshake handshake) {
                handshake.onClose((session, status) -> {});
            }
        };

        abstract void attach(WebSocketHandshake handshake);

        void assertRefused(WebSocketHandshake handshake, String because) {
            String message = assertThrows(IllegalStateException.class, () -> attach(handshake))
                    .getMessage();
            assertTrue(message.contains(because), message);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyListenerIsTakenOnceAndOnlyBetweenAcceptAndSeal() {
        return Stream.of(Kind.values())
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    PendingHandshake handshake = offered();
                    kind.assertRefused(handshake, "call isRequested() first");
                    assertTrue(handshake.isRequested());
                    kind.attach(handshake);
                    kind.assertRefused(handshake, "was called twice");
                    PendingHandshake late = offered();
                    late.isRequested();
                    late.seal();
                    kind.assertRefused(late, "came too late");
                    kind.assertRefused(fixture.sockets.plainRequest(Fixture.request()), "isRequested() is false");
                }));
    }

    @Test
    void listenersOfTheSameMessagesExcludeEachOther() {
        for (List<Kind> kinds : List.of(
                List.of(Kind.TEXT, Kind.TEXT_ASYNC, Kind.MESSAGE, Kind.TEXT_FRAME),
                List.of(Kind.BINARY, Kind.BINARY_ASYNC, Kind.BINARY_FRAME))) {
            for (Kind first : kinds) {
                for (Kind second : kinds) {
                    if (first != second) {
                        PendingHandshake handshake = offered();
                        handshake.isRequested();
                        first.attach(handshake);
                        second.assertRefused(handshake, "receive the same messages");
                    }
                }
            }
        }
    }

    @Test
    void rejectsOnMalformedMessageWithoutOnMessage() {
        for (Kind reading : List.of(Kind.OPEN, Kind.TEXT, Kind.TEXT_FRAME)) {
            PendingHandshake handshake = offered();
            handshake.isRequested();
            reading.attach(handshake);
            Kind.MALFORMED_MESSAGE.attach(handshake);
            String message =
                    assertThrows(IllegalStateException.class, handshake::seal).getMessage();
            assertTrue(message.startsWith("onMalformedMessage is never called"), message);
        }
        PendingHandshake handshake = offered();
        handshake.isRequested();
        Kind.MALFORMED_MESSAGE.attach(handshake);
        Kind.MESSAGE.attach(handshake);
        handshake.seal();
    }

    @Test
    void aHandshakeIsUpgradedOnlyWhenItIsAcceptedAndSealed() {
        PendingHandshake handshake = offered();
        assertFalse(handshake.isAccepted());
        assertThrows(IllegalStateException.class, () -> handshake.upgrade(List.of()));
        handshake.isRequested();
        assertThrows(IllegalStateException.class, () -> handshake.upgrade(List.of()));
        handshake.seal();
    }

    @Test
    void plainRequestIsNotRequested() {
        WebSocketHandshake handshake = fixture.sockets.plainRequest(Fixture.request());
        assertFalse(handshake.isRequested());
        assertEquals("/chat", handshake.request().path());
        assertEquals(Optional.empty(), handshake.subprotocol());
    }
}
