package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Entry;
import io.jetalyst.socket.Hub.Joined;
import io.jetalyst.socket.Hub.Left;
import io.jetalyst.socket.Hub.Message;
import io.jetalyst.socket.Hub.Start;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of this process that are subscribed to a topic, while there are any; and what the hub told of it, for those who come
 * later. What comes from the hub is queued for all under the room's lock, and so is what a newcomer has to know first: that is what
 * makes one order of both. The network is touched by its {@link FanOut} only.
 *
 * <p>Locks are taken in the order opening, hub, room, outbox.
 */
final class Room<T, M> implements Hub.Listener {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final String name;
    private final TopicKind<T, M> kind;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Map<String, M> members = new LinkedHashMap<>();
    private final History history;
    /** A copy of the sessions; {@code null} when they have changed. */
    private @Nullable List<Session> hearers;
    /** Whether the hub has told what the topic keeps; before that, newcomers wait for it. */
    private boolean begun;

    private boolean over;

    private final Object opening = new Object();
    private Hub.@Nullable Subscription subscription;
    private final FanOut fanOut = new FanOut(this);
    /** The sessions that should be flushed before they are told more. */
    private final Set<Session> crowded = new LinkedHashSet<>();

    /** @param histories what the histories of all rooms may take */
    Room(String name, TopicKind<T, M> kind, MemoryBudget histories) {
        this.name = name;
        this.kind = kind;
        this.history = new History(histories);
    }

    TopicKind<T, M> kind() {
        return kind;
    }

    /** Listens to the hub, unless it does already. */
    void open(Hub hub) {
        synchronized (opening) {
            if (subscription == null && !isOver()) {
                subscription = hub.subscribe(name, "", this);
            }
        }
    }

    /** {@code false} if the room is over, and another of its name has to be opened. */
    boolean add(Session session) {
        fanOut.changes();
        synchronized (this) {
            fanOut.changed();
            if (!over && !sessions.contains(session)) {
                if (begun) {
                    greet(session);
                }
                sessions.add(session);
                hearers = null;
            }
            return !over;
        }
    }

    void remove(Session session) {
        fanOut.changes();
        synchronized (this) {
            fanOut.changed();
            if (sessions.remove(session)) {
                hearers = null;
                crowded.remove(session);
            }
        }
    }

    /** Ends the room if nobody is in it; {@code true} for the one call that did. */
    boolean endIfEmpty() {
        synchronized (this) {
            if (over || !sessions.isEmpty()) {
                return false;
            }
            over = true;
            history.clear();
        }
        synchronized (opening) {
            if (subscription != null) {
                close(subscription);
            }
        }
        return true;
    }

    private void close(Hub.Subscription left) {
        try {
            left.close();
        } catch (RuntimeException thrown) {
            LOG.error("The hub could not end the subscription to topic {}", name, thrown);
        }
    }

    synchronized int size() {
        return sessions.size();
    }

    /**
     * Whether one may come who is perhaps there already.
     *
     * @param inPlace of itself as another member, who leaves, unless another session is that one, too: so there may be one too many
     */
    synchronized boolean admits(String member, boolean inPlace) {
        return members.containsKey(member) || members.size() < kind.maxMembers() + (inPlace ? 1 : 0);
    }

    synchronized List<M> members() {
        return List.copyOf(members.values());
    }

    @Override
    public synchronized void onStart(Start start) {
        start.messages().forEach(this::keep);
        start.members().forEach(text -> attempt(() -> members.put(text, kind.member(text))));
        begun = true;
        hearers().forEach(session -> attempt(() -> greet(session)));
    }

    @Override
    public synchronized void onEntry(Entry entry) {
        if (entry instanceof Message message) {
            keep(message);
            tell(message.bytes());
        } else if (entry instanceof Joined joined) {
            attempt(() -> joined(joined.member()));
        } else if (entry instanceof Left left) {
            attempt(() -> left(left.member()));
        }
    }

    /** As {@link FanOut#tellSoon}. */
    void tellSoon(Runnable change, Executor executor) {
        fanOut.tellSoon(change, executor);
    }

    @Override
    public void flush() {
        fanOut.flush();
    }

    /** Queues what a newcomer has to know first. */
    private void greet(Session session) {
        Sending sending = session.connection().sending();
        boolean beside = session.connection().outbox().takesGreeting();
        kind.present(List.copyOf(members.values())).ifPresent(bytes -> sending.greet(bytes, beside));
        history.messages().forEach(message -> sending.greet(message.bytes(), beside));
    }

    private void keep(Message message) {
        if (!over) {
            history.add(message, kind.history(), dropped -> {});
        }
    }

    private void joined(String text) {
        M member = kind.member(text);
        members.put(text, member);
        kind.joined(member).ifPresent(this::tell);
    }

    private void left(String text) {
        M member = members.remove(text);
        if (member != null) {
            kind.left(member).ifPresent(this::tell);
        }
    }

    /** Queues one frame, over one buffer, for all. */
    private void tell(byte[] bytes) {
        Outgoing.Frame frame = Outgoing.Frame.shared(Opcode.TEXT, ByteBuffer.wrap(bytes));
        for (Session session : hearers()) {
            if (session.connection().sending().offer(frame) == Offer.CROWDED) {
                crowded.add(session);
            }
        }
    }

    /** A mistake of the application's keeps nobody from hearing what comes next. */
    private void attempt(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException thrown) {
            LOG.error("The presence of topic {} threw; its subscribers are not told of a member", name, thrown);
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    synchronized List<Session> present() {
        return hearers();
    }

    /** The sessions whose queues were more than half full when they were last told something, since the last call. */
    synchronized List<Session> takeCrowded() {
        if (crowded.isEmpty()) {
            return List.of();
        }
        List<Session> all = List.copyOf(crowded);
        crowded.clear();
        return all;
    }

    private List<Session> hearers() {
        List<Session> present = hearers;
        if (present == null) {
            present = List.copyOf(sessions);
            hearers = present;
        }
        return present;
    }
}
