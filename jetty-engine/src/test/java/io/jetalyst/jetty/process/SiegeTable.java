package io.jetalyst.jetty.process;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The endpoints under attack: {@code /echo}; {@code /paced}, which echoes at a low rate, and {@code /unpaced}, at any rate;
 * {@code /compressed}, which echoes compressed messages; {@code /room}, whose sockets receive the message that each GET publishes.
 */
final class SiegeTable implements RouteTable {
    private static final SocketOptions UNPACED = SocketOptions.DEFAULT
            .limit(SocketLimit.MESSAGES_PER_SECOND, Integer.MAX_VALUE)
            .limit(SocketLimit.MESSAGE_BURST, Integer.MAX_VALUE)
            .limit(SocketLimit.PING_INTERVAL_SECONDS, 2)
            .limit(SocketLimit.IDLE_TIMEOUT_SECONDS, 5);

    /** Reading pauses for a long time, because a busy machine could hide a short pause. */
    private static final SocketOptions PACED =
            SocketOptions.DEFAULT.limit(SocketLimit.MESSAGES_PER_SECOND, 5).limit(SocketLimit.MESSAGE_BURST, 5);

    private static final SocketOptions COMPRESSED =
            SocketOptions.DEFAULT.compression(SocketOptions.Deflate.NO_CONTEXT_TAKEOVER);

    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.socket("/echo", "Siege.echo", SocketOptions.DEFAULT),
                Route.socket("/unpaced", "Siege.unpaced", UNPACED),
                Route.socket("/room", "Siege.room", SocketOptions.DEFAULT),
                Route.http(HttpMethod.GET, "/room", "Siege.publish"),
                Route.socket("/compressed", "Siege.compressed", COMPRESSED),
                Route.socket("/paced", "Siege.paced", PACED));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(bindings.get(Topics.class).topic("room", String.class));
    }

    private static final class Calls implements Invoker {
        private static final String MESSAGE = "x".repeat(16 * 1024);

        private final Topic<String> room;
        private final Set<WebSocketSession> sessions = ConcurrentHashMap.newKeySet();
        private final AtomicLong mostQueued = new AtomicLong();

        Calls(Topic<String> room) {
            this.room = room;
        }

        /** How many are in the room, and the most bytes that ever waited for one of them. */
        @Override
        public Result call(int route, Context context) {
            room.publish(MESSAGE);
            sessions.forEach(session -> mostQueued.accumulateAndGet(session.queuedBytes(), Math::max));
            return Results.text(room.subscribers() + " " + mostQueued);
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            if (!handshake.isRequested()) {
                return false;
            }
            if (route == 2) {
                handshake
                        .onOpen(session -> {
                            sessions.add(session);
                            room.subscribe(session);
                        })
                        .onClose((session, status) -> sessions.remove(session));
            } else {
                handshake
                        .onText((session, text) -> session.send(text))
                        .onBinary((session, bytes) -> session.send(bytes));
            }
            return true;
        }
    }
}
