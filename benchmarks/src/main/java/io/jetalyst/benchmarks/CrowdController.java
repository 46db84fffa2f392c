package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A topic that thousands are in, and what becomes of those who do not read. */
@Controller
final class CrowdController {
    /** A load is what a rate is there to hold back. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final long MEMBER = 0;
    /** So many of these, of 32 KiB, leave an eighth of the queue to what is said to all. */
    private static final String FILLING = "x".repeat(32 * 1024);

    private static final int FILLINGS = 7;

    private final Topic<String> crowd;
    /** When each was seen to be ending, in nanoseconds; {@link #MEMBER} before that. */
    private final Map<WebSocketSession, Long> watched = new ConcurrentHashMap<>();

    /** The filling messages that the network has accepted for clients that do not read. */
    private final AtomicLong fillings = new AtomicLong();

    private final AtomicLong mostQueued = new AtomicLong();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();

    CrowdController(Topics topics) {
        this.crowd = topics.topic("crowd", String.class);
    }

    /**
     * How many are in the topic, the most bytes that waited for one of them, how many were thrown out because they did not read, the most
     * milliseconds from a full queue to {@code onClose}, and how much the network has taken of those who do not read, in messages.
     */
    @Get("/crowd")
    String figures() {
        return crowd.subscribers() + " " + mostQueued + " " + gone + " " + slowestNanos.get() / 1_000_000 + " "
                + fillings;
    }

    @Get("/stalled")
    String aboutStalled() {
        return "For those who do not read.";
    }

    /** Says to all what one of them says. The settings of {@link OurServer} leave out pings, which would be measured as messages. */
    @WebSocket(value = "/crowd", messagesPerSecond = UNLIMITED)
    boolean join(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onOpen(this::entered)
                .onText((session, text) -> {
                    crowd.publish(text);
                    watched.keySet().forEach(this::look);
                })
                .onClose(this::left);
        return true;
    }

    /**
     * For those who do not read. On loopback the kernel keeps millions of bytes for each of them; so many messages to all would be needed
     * to see what becomes of them. So they are sent more, by themselves, until the kernel has enough.
     */
    @WebSocket("/stalled")
    boolean stall(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onOpen(session -> {
                    entered(session);
                    for (int i = 0; i < FILLINGS; i++) {
                        fill(session);
                    }
                })
                .onClose(this::left);
        return true;
    }

    private void entered(WebSocketSession session) {
        watched.put(session, MEMBER);
        crowd.subscribe(session);
    }

    /** Until one is not taken by the network any more. */
    private void fill(WebSocketSession session) {
        session.send(FILLING).thenRun(() -> {
            fillings.incrementAndGet();
            fill(session);
        });
    }

    /** Publishing ends a session whose queue is full, so this is right after it was. */
    private void look(WebSocketSession session) {
        mostQueued.accumulateAndGet(session.queuedBytes(), Math::max);
        if (!session.isOpen()) {
            watched.replace(session, MEMBER, System.nanoTime());
        }
    }

    private void left(WebSocketSession session, CloseStatus status) {
        Long full = watched.remove(session);
        if (status.cause() == Cause.SLOW_CLIENT) {
            gone.incrementAndGet();
            if (full != null && full != MEMBER) {
                slowestNanos.accumulateAndGet(System.nanoTime() - full, Math::max);
            }
        }
    }
}
