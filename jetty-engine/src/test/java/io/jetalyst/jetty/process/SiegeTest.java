package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All that clients may do to a server of little memory, at the same time; and another client does not notice. */
@Timeout(180)
class SiegeTest {
    /** In place of a code: the connection ended before a close frame was read. */
    private static final int CUT = 0;

    /** Together they would take half of the heap; messages that are not complete get a quarter. */
    private static final int UNFINISHED = 500;

    private static final boolean READS = true;
    private static final boolean STALLED = false;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Queue<RawSocket> sockets = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> attacks = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger answers = new AtomicInteger();
    private AppProcess app;
    private URI uri;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        app = AppProcess.start(
                folder,
                List.of("-Xmx64m"),
                SiegeMain.class,
                "--port=0",
                "--socket.message-timeout=5s",
                "--server.stop-timeout=2s");
        uri = app.listening();
    }

    @AfterEach
    void endWhatIsLeft() {
        sockets.forEach(RawSocket::reset);
        executor.shutdownNow();
        clock.shutdownNow();
        app.close();
    }

    @Test
    void aVictimGetsItsAnswersAndTheServerOutlivesItsAttackers() throws Exception {
        ScheduledFuture<?> victim = victim();
        attack(2, "/paced", STALLED, Attacks::pings, CUT, 1008);
        attack(2, "/unpaced", STALLED, Attacks::pings, CUT, 1013);
        attack(2, "/unpaced", STALLED, Attacks::messages, CUT, 1013);
        attack(2, "/paced", READS, Attacks::tinyMessages, CUT, 1008);
        attack(2, "/echo", READS, Attacks.fragments(), CUT, 1008);
        attack(2, "/unpaced", READS, Attacks.fragments((byte) 'x'), CUT, 1008);
        attack(20, "/echo", READS, Attacks.hugeFrame(1L << 31), 1009);
        attack(20, "/echo", READS, Attacks.hugeFrame(Long.MAX_VALUE), 1009);
        attack(20, "/echo", READS, Attacks.hugeFrame(Long.MIN_VALUE), 1002, 1009); // RFC 6455 §5.2: the first bit is 0
        attack(UNFINISHED / 2, "/echo", READS, Attacks.unfinished(true), 1008, 1013);
        attack(UNFINISHED / 2, "/echo", READS, Attacks.unfinished(false), 1008, 1013);
        attacks.add(executor.submit(this::stallInTheRoom));

        awaitAttackers();
        assertUnharmed(victim);
    }

    /** The size limit applies while a message inflates. Without negotiated compression, RSV1 is an error (RFC 7692 §6). */
    @Test
    void aDeflateBombDoesNotExplode() throws Exception {
        ScheduledFuture<?> victim = victim();
        attack(20, "/compressed", READS, Attacks.deflateBomb(), 1009);
        attack(20, "/compressed", READS, Attacks.deflateBombInFragments(), 1009);
        attack(20, "/echo", READS, Attacks.deflateBomb(), 1002);

        awaitAttackers();
        assertUnharmed(victim);
    }

    /** Attacks with so many sockets at once; each is to end with one of the codes. */
    private void attack(int times, String path, boolean reads, Attacks.Attack attack, Integer... codes) {
        attacks.add(executor.submit((Callable<Void>) () -> {
            List<Future<Integer>> ends = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                ends.add(executor.submit(() -> reads ? endOfReader(path, attack) : endOfStalled(path, attack)));
            }
            for (Future<Integer> end : ends) {
                int code = codeWithinAMinute(end, path + ", which is to end with one of " + List.of(codes));
                assertTrue(Set.of(codes).contains(code), () -> path + " ended with " + code);
            }
            return null;
        }));
    }

    private static int codeWithinAMinute(Future<Integer> end, String attacked) throws Exception {
        try {
            return end.get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("an attacker of " + attacked + ", was never ended", e);
        }
    }

    private RawSocket open(String path) throws IOException {
        // Offers compression, for the attack that needs it.
        RawSocket raw = RawSocket.open(uri.getPort(), path, "Sec-WebSocket-Extensions: permessage-deflate");
        sockets.add(raw);
        return raw;
    }

    /** Reads while it attacks, and returns the code of the close frame. */
    private int endOfReader(String path, Attacks.Attack attack) throws Exception {
        try (RawSocket raw = open(path)) {
            Future<?> attacking = executor.submit((Callable<Void>) () -> {
                attack.on(raw);
                return null;
            });
            int code = closeCode(raw);
            raw.reset();
            assertEnds(attacking);
            return code;
        }
    }

    /** Reads nothing before it is cut. */
    private int endOfStalled(String path, Attacks.Attack attack) throws IOException {
        try (RawSocket raw = RawSocket.openWithSmallBuffers(uri.getPort(), path)) {
            sockets.add(raw);
            try {
                attack.on(raw);
            } catch (IOException cut) {
                return closeCode(raw);
            }
            throw new AssertionError("the server takes all that it is sent");
        }
    }

    private static void assertEnds(Future<?> attacking) throws Exception {
        try {
            attacking.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException ended) {
            assertTrue(ended.getCause() instanceof IOException, ended::toString);
        }
    }

    /** The code of the close frame, whatever comes before it; a server that says nothing in ten seconds does so for ever. */
    private static int closeCode(RawSocket raw) throws IOException {
        try {
            return raw.readClose();
        } catch (SocketTimeoutException silence) {
            throw silence;
        } catch (IOException cut) {
            return CUT;
        }
    }

    /** A client that asks, twenty times a second, and gets its answers. */
    private ScheduledFuture<?> victim() throws IOException {
        RawSocket raw = open("/echo");
        return clock.scheduleWithFixedDelay(
                () -> assertAnswered(raw, "message " + answers.getAndIncrement()), 0, 50, TimeUnit.MILLISECONDS);
    }

    private static void assertAnswered(RawSocket raw, String message) {
        try {
            raw.text(message);
            assertEquals(message, raw.read().text()); // within ten seconds
        } catch (IOException e) {
            throw new UncheckedIOException(message + " was not answered", e);
        }
    }

    /** Never reads what is published, until it is thrown out. */
    private Void stallInTheRoom() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (RawSocket stalled = RawSocket.openWithSmallBuffers(uri.getPort(), "/room")) {
            sockets.add(stalled);
            publishUntil("1", client);
            String[] room = publishUntil("0", client);
            assertTrue(Long.parseLong(room[1]) <= 256 * 1024, room[1] + " bytes were queued");
            stalled.awaitEnd();
            return null;
        }
    }

    private String[] publishUntil(String present, HttpClient client) throws IOException, InterruptedException {
        String[] room = publish(client);
        for (int i = 0; i < 2000 && !room[0].equals(present); i++) {
            room = publish(client);
        }
        assertEquals(present, room[0], "are in the room");
        return room;
    }

    /** How many are in the room, and the most bytes that waited for one of them. */
    private String[] publish(HttpClient client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve("/room")).build();
        return client.send(request, BodyHandlers.ofString()).body().split(" ");
    }

    private void awaitAttackers() throws Exception {
        for (Future<?> attack : attacks) {
            attack.get(90, TimeUnit.SECONDS);
        }
    }

    private void assertUnharmed(ScheduledFuture<?> victim) throws Exception {
        if (victim.isDone()) {
            victim.get(); // throws what it threw
        }
        victim.cancel(false);
        assertTrue(answers.get() > 0);
        assertTrue(app.isAlive(), app::errors);
        try (RawSocket late = open("/echo")) {
            assertAnswered(late, "late");
            app.terminate();
            assertEquals(1012, late.readClose());
            late.closeFrame(1012);
            assertEquals(0, app.exitCode(15));
        }
        assertFalse(app.errors().contains("OutOfMemoryError"), app::errors);
    }
}
