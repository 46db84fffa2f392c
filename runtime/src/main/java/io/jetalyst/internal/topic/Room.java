package io.jetalyst.internal.topic;

import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.outbox.OfferResult;
import io.jetalyst.internal.outbox.Outbound;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Entry;
import io.jetalyst.socket.Hub.Joined;
import io.jetalyst.socket.Hub.Left;
import io.jetalyst.socket.Hub.Message;
import io.jetalyst.socket.Hub.Start;
import io.jetalyst.socket.TopicLimitException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscribers of a topic in this process, while there are any, and the state that a new subscriber receives first. Entries of the hub
 * and replays are both queued under the room's lock, so every subscriber sees them in one order. Only the {@link FanOut} writes.
 *
 * <p>Locks are acquired in the order opening, hub, room, outbox.
 */
final class Room<T, M> implements Hub.Listener {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final String name;
    private final TopicKind<T, M> kind;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final Map<String, M> members = new LinkedHashMap<>();
    /** Members that were admitted, and of which the hub has not delivered the join, with the number of sessions that join as each. */
    private final Map<String, Integer> admitted = new HashMap<>();

    private final History history;
    /** A copy of the subscribers; {@code null} after they have changed. */
    private @Nullable List<Subscriber> snapshot;
    /** Whether the hub has delivered the topic's state; new subscribers wait for it. */
    private boolean started;

    private boolean ended;

    /** No monitor: a hub may block in {@code subscribe} and would pin a virtual thread. */
    private final ReentrantLock opening = new ReentrantLock();

    private Hub.@Nullable Subscription subscription;
    private final FanOut fanOut;
    /** The subscribers that should be flushed before more is queued for them. */
    private final Set<Subscriber> congested = new LinkedHashSet<>();

    /** @param histories the memory that the histories of all rooms share */
    Room(String name, TopicKind<T, M> kind, MemoryBudget histories) {
        this.name = name;
        this.kind = kind;
        this.history = new History(histories, Instant.MIN);
        this.fanOut = new FanOut(kind.hasMembers(), this::subscribers, this::takeCongested);
    }

    TopicKind<T, M> kind() {
        return kind;
    }

    /** Subscribes to the hub, unless the room is subscribed already. */
    void open(Hub hub) {
        opening.lock();
        try {
            if (subscription == null && !isEnded()) {
                subscription = hub.subscribe(name, "", this);
            }
        } finally {
            opening.unlock();
        }
    }

    /**
     * Adds a subscriber; {@code false} if the room has ended and another room of its name must be opened.
     *
     * @param member the member that it will be; {@code null} if it is only subscribed
     * @throws TopicLimitException if the room admits no more members; nothing has changed then
     */
    synchronized boolean add(Subscriber subscriber, @Nullable String member) {
        if (!ended && !subscribers.contains(subscriber)) {
            if (member != null) {
                admit(member, false);
            }
            if (started) {
                begin(subscriber);
            }
            subscribers.add(subscriber);
            snapshot = null;
        }
        return !ended;
    }

    synchronized void remove(Subscriber subscriber) {
        if (subscribers.remove(subscriber)) {
            snapshot = null;
            congested.remove(subscriber);
        }
    }

    /** Ends the room if it has no subscriber; {@code true} for the one call that did. */
    boolean endIfEmpty() {
        synchronized (this) {
            if (ended || !subscribers.isEmpty()) {
                return false;
            }
            ended = true;
            history.clear();
        }
        opening.lock();
        try {
            if (subscription != null) {
                close(subscription);
            }
        } finally {
            opening.unlock();
        }
        return true;
    }

    private void close(Hub.Subscription closed) {
        try {
            closed.close();
        } catch (RuntimeException e) {
            LOG.error("The hub could not end the subscription to topic {}", LogText.of(name), e);
        }
    }

    synchronized int size() {
        return subscribers.size();
    }

    /**
     * Admits a member. Sessions that join at the same moment are counted, although the hub has not delivered their joins yet.
     *
     * @param inPlace whether the session is another member now, which leaves unless another session is that member, too; so there may be
     *     one member too many
     * @throws TopicLimitException if there are too many members
     */
    synchronized void admit(String member, boolean inPlace) {
        if (members.containsKey(member)) {
            return;
        }
        if (!admitted.containsKey(member)
                && members.size() + admitted.size() >= kind.maxMembers() + (inPlace ? 1 : 0)) {
            throw new TopicLimitException("topic \"" + LogText.of(name) + "\" has " + kind.maxMembers()
                    + " members, and admits no more (TopicOptions.maxMembers)");
        }
        admitted.merge(member, 1, Integer::sum);
    }

    /** A session did not join as the member. */
    synchronized void endAdmission(String member) {
        admitted.computeIfPresent(member, (any, sessions) -> sessions == 1 ? null : sessions - 1);
    }

    synchronized List<M> members() {
        return List.copyOf(members.values());
    }

    @Override
    public synchronized void onStart(Start start) {
        history.beginAfter(start.completeSince());
        start.messages().forEach(this::keep);
        start.members().forEach(text -> attempt(() -> members.put(text, kind.member(text))));
        admitted.keySet().removeAll(members.keySet());
        started = true;
        subscribers().forEach(subscriber -> attempt(() -> begin(subscriber)));
    }

    @Override
    public synchronized void onEntry(Entry entry) {
        if (entry instanceof Message message) {
            keep(message);
            queue(message.id(), message.bytes());
            fanOut.messageQueued();
        } else if (entry instanceof Joined joined) {
            attempt(() -> addMember(joined.member()));
        } else if (entry instanceof Left left) {
            attempt(() -> removeMember(left.member()));
        }
    }

    @Override
    public void flush() {
        fanOut.flush();
    }

    private void begin(Subscriber subscriber) {
        try {
            if (subscriber.wantsReplay()) {
                replay(subscriber);
            }
        } finally {
            subscriber.onSubscribed();
        }
    }

    /** Queues the members and the history for a new subscriber. */
    private void replay(Subscriber subscriber) {
        boolean unlimited = subscriber.acceptsReplay();
        kind.present(List.copyOf(members.values()), history.completeSince())
                .ifPresent(bytes -> subscriber.replay(bytes, unlimited));
        history.after(subscriber.known())
                .forEach(message -> subscriber.replay(message.id(), message.bytes(), unlimited));
    }

    private void keep(Message message) {
        if (!ended) {
            history.add(message, kind.history(), dropped -> {});
        }
    }

    private void addMember(String text) {
        admitted.remove(text);
        M member = kind.member(text);
        members.put(text, member);
        kind.joined(member).ifPresent(bytes -> queue("", bytes));
    }

    private void removeMember(String text) {
        M member = members.remove(text);
        if (member != null) {
            kind.left(member).ifPresent(bytes -> queue("", bytes));
        }
    }

    /** Queues one frame, over one buffer, for all subscribers. */
    private void queue(String id, byte[] bytes) {
        Outbound.Frame frame = Outbound.Frame.shared(Opcode.TEXT, ByteBuffer.wrap(bytes));
        for (Subscriber subscriber : subscribers()) {
            if (subscriber.offer(id, frame) == OfferResult.CONGESTED) {
                congested.add(subscriber);
            }
        }
    }

    /** Contains what a presence listener of the application throws, an Error included: later entries must reach all subscribers. */
    private void attempt(Runnable update) {
        try {
            update.run();
        } catch (Throwable e) {
            LOG.error(
                    "The presence of topic {} threw; its subscribers are not notified of a member",
                    LogText.of(name),
                    e);
        }
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /** The subscribers whose queues were more than half full when a frame was queued last, since the last call. */
    private synchronized List<Subscriber> takeCongested() {
        if (congested.isEmpty()) {
            return List.of();
        }
        List<Subscriber> all = List.copyOf(congested);
        congested.clear();
        return all;
    }

    private synchronized List<Subscriber> subscribers() {
        List<Subscriber> present = snapshot;
        if (present == null) {
            present = List.copyOf(subscribers);
            snapshot = present;
        }
        return present;
    }
}
