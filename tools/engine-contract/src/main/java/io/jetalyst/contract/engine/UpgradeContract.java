package io.jetalyst.contract.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The contract of engines for connections and streams that become sockets: the calls of the receiver, and the bytes of the wire. */
public abstract class UpgradeContract extends EngineContract {
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    /** For the test class of an engine. */
    protected UpgradeContract() {}

    private ContractSocket open(RecordingReceiver receiver, boolean nonBlocking) throws Exception {
        SocketUpgrade upgrade =
                new SocketUpgrade(List.of(new HeaderField("X-Greeting", "hello")), receiver, nonBlocking);
        return serve(exchange -> exchange.upgrade(upgrade)).upgrade("/socket");
    }

    private static void end(ContractSocket socket, RecordingReceiver receiver) throws Exception {
        get(receiver.opened); // a client over HTTP/2 may know the response before the engine has opened the socket
        socket.close();
        await(receiver.closed);
        assertEquals(List.of(), receiver.errors());
    }

    @Test
    void answersTheHandshakeWithItsFields() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver();
        ContractSocket socket = open(receiver, false);
        int status = socket.handshake().status();
        assertTrue(status == 101 || status == 200, "" + status);
        assertEquals("hello", socket.handshake().header("x-greeting"));
        get(receiver.opened);
        end(socket, receiver);
    }

    @Test
    void answersOnce() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver();
        SocketUpgrade upgrade = new SocketUpgrade(List.of(), receiver, false);
        CompletableFuture<String> rejected = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.upgrade(upgrade);
            assertThrows(IllegalStateException.class, () -> exchange.upgrade(upgrade));
            assertThrows(IllegalStateException.class, () -> exchange.respond(Response.text("second")));
            rejected.complete("both");
        });
        ContractSocket socket = served.upgrade("/socket");
        assertEquals("both", get(rejected));
        end(socket, receiver);
    }

    /** The bytes behind the head of a handshake belong to the socket, also if the handler asks for a body before. */
    @Test
    void handshakeHasNoBody() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver() {
            @Override
            boolean receive(SocketWire wire, ByteBuffer bytes) {
                write(wire, take(bytes, bytes.remaining())).join();
                return true;
            }
        };
        CompletableFuture<List<Object>> body = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            body.complete(List.of(exchange.body().isEmpty(), exchange.body().length()));
            assertEquals(0, exchange.body().poll(10).length);
            exchange.upgrade(new SocketUpgrade(List.of(), receiver, false));
        });
        ContractSocket socket = served.upgrade("/socket");
        assertEquals(List.of(true, 0L), get(body));
        socket.send(HELLO);
        assertEquals("hello", new String(socket.read(HELLO.length), UTF_8));
        end(socket, receiver);
    }

    @Test
    void passesBytesInBothDirections() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver() {
            @Override
            boolean receive(SocketWire wire, ByteBuffer bytes) {
                write(wire, take(bytes, bytes.remaining())).join(); // blocks, which it may
                return true;
            }
        };
        ContractSocket socket = open(receiver, false);
        for (int i = 0; i < 50; i++) {
            byte[] message = ("message " + i).getBytes(UTF_8);
            socket.send(message);
            assertEquals("message " + i, new String(socket.read(message.length), UTF_8));
        }
        end(socket, receiver);
    }

    @Test
    void sendsMoreBytesThanTheNetworkHolds() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver();
        ContractSocket socket = open(receiver, false);
        SocketWire wire = get(receiver.opened);
        byte[] part = "x".repeat(8_000).getBytes(UTF_8);
        int count = 1_000;
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < count; i++) {
                RecordingReceiver.write(wire, part).join();
            }
        });
        for (int i = 0; i < count; i++) {
            assertEquals(part.length, socket.read(part.length).length);
        }
        get(written);
        end(socket, receiver);
    }

    @Test
    void passesTheBytesThatAreLeftAgainAfterResume() throws Exception {
        resumes(false);
    }

    @Test
    void passesTheBytesThatAreLeftAgainToANonBlockingReceiver() throws Exception {
        resumes(true);
    }

    private void resumes(boolean nonBlocking) throws Exception {
        AtomicBoolean resumed = new AtomicBoolean(true);
        RecordingReceiver receiver = new RecordingReceiver() {
            @Override
            boolean receive(SocketWire wire, ByteBuffer bytes) {
                check(resumed.getAndSet(false), "received before resume");
                take(bytes, 2);
                wire.execute(() -> {
                    resumed.set(true);
                    wire.resume();
                });
                return false;
            }
        };
        ContractSocket socket = open(receiver, nonBlocking);
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            socket.send(HELLO);
            sent.append("hello");
        }
        assertEquals(sent.toString(), receiver.await(sent.length()));
        end(socket, receiver);
    }

    @Test
    void readsOnAfterItsOutputWasShutDown() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver();
        ContractSocket socket = open(receiver, false);
        SocketWire wire = get(receiver.opened);
        get(RecordingReceiver.write(wire, HELLO));
        wire.shutdownOutput();
        assertEquals("hello", new String(socket.read(HELLO.length), UTF_8));
        socket.awaitEnd();
        socket.send(HELLO);
        assertEquals("hello", receiver.await(HELLO.length));
        end(socket, receiver);
    }

    @Test
    void closesTheConnectionOnce() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver();
        ContractSocket socket = open(receiver, true);
        SocketWire wire = get(receiver.opened);
        wire.close();
        wire.close();
        socket.awaitEnd();
        end(socket, receiver);
    }

    @Test
    void failsAWriteToAConnectionThatHasEnded() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver();
        ContractSocket socket = open(receiver, false);
        SocketWire wire = get(receiver.opened);
        end(socket, receiver);
        CompletableFuture<Void> written = RecordingReceiver.write(wire, HELLO);
        assertThrows(ExecutionException.class, () -> get(written));
    }

    @Test
    void closesTheReceiversOfClientsThatEndAtOnce() throws Exception {
        List<RecordingReceiver> receivers = new CopyOnWriteArrayList<>();
        ContractClient served = serve(exchange -> {
            RecordingReceiver receiver = new RecordingReceiver();
            receivers.add(receiver);
            exchange.execute(() -> exchange.upgrade(new SocketUpgrade(List.of(), receiver, false)));
        });
        for (int i = 0; i < 50; i++) {
            served.upgrade("/socket").close();
        }
        assertEquals(50, receivers.size());
        for (RecordingReceiver receiver : receivers) {
            await(receiver.closed);
        }
        served.stop();
        for (RecordingReceiver receiver : receivers) {
            assertEquals(List.of(), receiver.errors());
        }
    }

    @Test
    void closesOpenSocketsWhenItStops() throws Exception {
        RecordingReceiver receiver = new RecordingReceiver();
        ContractClient served = serve(exchange -> exchange.upgrade(new SocketUpgrade(List.of(), receiver, false)));
        ContractSocket socket = served.upgrade("/socket");
        get(receiver.opened);
        served.stop();
        await(receiver.closed);
        socket.awaitEnd();
        assertEquals(List.of(), receiver.errors());
    }
}
