package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The calls of listeners, their order, and the time at which the session asks for the next frame. */
@Timeout(30)
class SessionTest {
    private final Fixture fixture = new Fixture();
    private final List<String> told = new ArrayList<>();
    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();

    private MemoryWire open(Consumer<WebSocketHandshake> more) {
        return fixture.openTelling(told, more);
    }

    private MemoryWire openText() {
        return open(handshake -> handshake
                .onOpen(session -> {
                    opened.set(session);
                    told.add("open");
                })
                .onText((session, text) -> told.add("text " + text)));
    }

    private WebSocketSession session() {
        return opened.get();
    }

    private void assertTold(String... events) {
        assertEquals(List.of(events), told);
        told.clear();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void callsOnOpenThenMessagesThenOnClose() {
        MemoryWire wire = openText();
        wire.text("a");
        wire.text("");
        wire.closeByPeer(4000, "bye");
        assertTold("open", "text a", "text ", "close 4000 CLIENT");
        assertEquals(0, fixture.sockets.open());
    }

    /** The log names sessions by this text. */
    @Test
    void namesTheRequestOfItsHandshake() {
        openText();
        String name = session().toString();
        assertTrue(name.endsWith(" (request " + session().request().id() + ")"), name);
    }

    @Test
    void theNextFrameIsAskedForWhenTheStageIsDone() {
        List<CompletableFuture<Void>> stages = new ArrayList<>();
        MemoryWire wire = open(handshake -> handshake.onTextAsync((session, text) -> {
            stages.add(new CompletableFuture<>());
            return stages.get(stages.size() - 1);
        }));
        wire.text("a");
        assertFalse(wire.listens());
        stages.get(0).complete(null);
        assertTrue(wire.listens());
        wire.text("b");
        assertFalse(wire.listens());
        stages.get(1).completeExceptionally(new IllegalStateException("test"));
        assertEquals(List.of("8:1011 the server failed"), wire.sent());
    }

    /** A monitoring system takes a sum that decreases for a restart, and counts it once more. */
    @Test
    void neverDecreasesTheBytesThatItHasReceived() {
        List<Long> sums = new ArrayList<>();
        CompletableFuture<Void> stage = new CompletableFuture<>();
        MemoryWire wire = open(handshake -> handshake.onTextAsync((session, text) -> {
            sums.add(receivedBytes());
            return stage;
        }));
        ByteBuffer frames = ByteBuffer.allocate(14);
        frames.put(MemoryWire.frameBytes(Opcode.TEXT, true, bytes("61")));
        frames.put(MemoryWire.frameBytes(Opcode.TEXT, true, bytes("62")));
        wire.bytes(frames.array());
        sums.add(receivedBytes());
        stage.complete(null);
        sums.add(receivedBytes());
        wire.text("d");
        sums.add(receivedBytes());
        assertEquals(sums.stream().sorted().toList(), sums);
    }

    private long receivedBytes() {
        return fixture.sockets.sessions().traffic().receivedBytes();
    }

    @Test
    void aStageThatIsNullIsAnErrorOfTheListener() {
        MemoryWire wire = open(handshake -> handshake.onTextAsync((session, text) -> null));
        wire.text("a");
        assertEquals(List.of("8:1011 the server failed"), wire.sent());
    }

    @Test
    void theNextFrameIsAskedForWhenThePongIsWritten() {
        MemoryWire wire = openText();
        wire.stall();
        wire.frame(Opcode.PING, true, bytes("41"));
        assertFalse(wire.listens());
        wire.flow();
        assertEquals(List.of("10:A"), wire.sent());
        assertTrue(wire.listens());
    }

    @Test
    void deliversPongsToTheirListener() {
        MemoryWire wire = open(handshake ->
                handshake.onPong((session, payload) -> told.add("pong " + StandardCharsets.UTF_8.decode(payload))));
        wire.frame(Opcode.PONG, true, bytes("42"));
        assertTold("pong B");
        MemoryWire deaf = openText();
        deaf.frame(Opcode.PONG, true, bytes("42"));
        assertTrue(deaf.listens());
    }

    @Test
    void textPartsNeverCutACharacter() {
        MemoryWire wire =
                open(handshake -> handshake.onPartialText((session, part, last) -> told.add(part + (last ? "." : ""))));
        wire.frame(Opcode.TEXT, false, bytes("61f09f"));
        wire.frame(Opcode.CONTINUATION, false, bytes("98"));
        wire.frame(Opcode.CONTINUATION, false, bytes(""));
        wire.frame(Opcode.CONTINUATION, false, bytes("8062"));
        wire.frame(Opcode.CONTINUATION, true, bytes(""));
        assertTold("a", "😀b", ".");
        wire.frame(Opcode.TEXT, true, bytes("c3a9"));
        assertTold("é.");
        wire.frame(Opcode.TEXT, true, bytes("c3"));
        assertEquals(List.of("8:1007 text is not UTF-8"), wire.sent());
    }

    @Test
    void framesAreTakenWhateverTheirSum() {
        MemoryWire wire = open(handshake ->
                handshake.onPartialBinary((session, part, last) -> told.add(part.remaining() + (last ? "." : ""))));
        wire.frame(Opcode.BINARY, false, new byte[60_000]);
        wire.frame(Opcode.CONTINUATION, false, new byte[60_000]);
        wire.frame(Opcode.CONTINUATION, true, new byte[1]);
        assertTold("60000", "60000", "1.");
    }

    @Test
    void readsAndIgnoresInputAfterOurClose() {
        MemoryWire wire = openText();
        session().close(4001, "out");
        wire.text("late");
        wire.frame(Opcode.PING, true);
        assertTrue(wire.listens());
        assertEquals(List.of("8:4001 out"), wire.sent());
        wire.closeByPeer(4001, "");
        assertTold("open", "close 4001 SERVER");
    }

    @Test
    void aCloseWaitsForWhatWasSentBefore() {
        MemoryWire wire = openText();
        wire.stall();
        session().send("a");
        session().send("b");
        CompletableFuture<Void> over = session().close().toCompletableFuture();
        CompletableFuture<Void> late = session().send("c").toCompletableFuture();
        assertTrue(late.isCompletedExceptionally());
        assertEquals(List.of(), wire.sent());
        wire.flow();
        assertEquals(List.of("1:a", "1:b", "8:1000 "), wire.sent());
        assertFalse(over.isDone());
        wire.close();
        assertTrue(over.isDone());
        assertTrue(session().close().toCompletableFuture().isDone());
    }

    @Test
    void closesWhenMoreThan256FramesAreQueued() {
        MemoryWire wire = openText();
        wire.stall();
        CompletableFuture<Void> first = session().send("0").toCompletableFuture();
        for (int i = 1; i < 256; i++) {
            session().send(Integer.toString(i));
        }
        assertTrue(session().isOpen());
        CompletableFuture<Void> beyond = session().send("256").toCompletableFuture();
        assertFalse(session().isOpen());
        assertTrue(beyond.isCompletedExceptionally());
        wire.close();
        assertTrue(first.isCompletedExceptionally());
        assertEquals(0, session().queuedBytes());
        assertTold("open", "error WebSocketClosedException", "close 1013 SLOW_CLIENT");
    }

    @Test
    void closesWhenMoreThan256KilobytesAreQueuedButAcceptsOneLargeMessage() {
        MemoryWire wire = openText();
        session().send(ByteBuffer.allocate(1 << 20));
        wire.stall();
        session().send(ByteBuffer.allocate(1 << 20));
        assertTrue(session().isOpen());
        assertEquals(1 << 20, session().queuedBytes());
        session().send("x");
        assertFalse(session().isOpen());
    }

    @Test
    void onCloseWaitsForTheListenerThatRuns() {
        AtomicReference<MemoryWire> wire = new AtomicReference<>();
        wire.set(open(handshake -> handshake.onText((session, text) -> {
            wire.get().close();
            told.add("text " + text);
        })));
        wire.get().text("a");
        assertTold("text a", "error WebSocketClosedException", "close 1006 NETWORK");
    }

    @Test
    void callsOnCloseAfterOnOpenWhenTheConnectionEndsMeanwhile() {
        AtomicReference<WebSocketSession> session = new AtomicReference<>();
        MemoryWire wire = open(handshake -> handshake.onOpen(open -> {
            session.set(open);
            open.close(4000, "not today");
            told.add("open");
        }));
        wire.closeByPeer(4000, "");
        assertTold("open", "close 4000 SERVER");
    }

    @Test
    void onCloseComesAlthoughOnErrorThrows() {
        MemoryWire wire = fixture.open(handshake -> handshake
                .onError((session, error) -> {
                    throw new IllegalStateException("test");
                })
                .onClose((session, status) -> {
                    told.add("close " + status.code());
                    throw new IllegalStateException("test");
                }));
        wire.close();
        wire.close();
        assertTold("close " + CloseStatus.ABNORMAL);
        assertEquals(0, fixture.sockets.open());
    }

    @Test
    void dependentsOfASendMayWaitForAnotherSend() {
        MemoryWire wire = openText();
        wire.stall();
        CompletableFuture<Void> both = session()
                .send("a")
                .toCompletableFuture()
                .thenRun(() -> session().send("b").toCompletableFuture().join());
        session().send("c");
        wire.flow();
        assertTrue(both.isDone());
        assertEquals(List.of("1:a", "1:c", "1:b"), wire.sent());
    }

    @Test
    void pingsCarry125BytesAtMostAndReservedCodesAreRefused() {
        MemoryWire wire = openText();
        session().ping(ByteBuffer.wrap(bytes("43")));
        assertEquals(List.of("9:C"), wire.sent());
        assertThrows(IllegalArgumentException.class, () -> session().ping(ByteBuffer.allocate(126)));
        for (int code : new int[] {-1, 0, 999, 1002, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65536}) {
            assertThrows(IllegalArgumentException.class, () -> session().close(code, ""));
        }
        assertTrue(session().isOpen());
    }
}
