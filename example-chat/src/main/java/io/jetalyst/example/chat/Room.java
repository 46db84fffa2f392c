package io.jetalyst.example.chat;

import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.WebSocketSession;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is here and what was said. Every method may be called from any thread.
 *
 * <p>What changes a room and what tells of it happens under one lock, so that each session gets its welcome, and after it every
 * event that the welcome does not know, once and in order. Telling only queues, so the lock is never held for long.
 */
final class Room {
    private final RoomName name;
    private final Topic<RoomEvent> topic;
    private final InstantSource clock;
    private final String incarnation = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final History history = new History();
    private long messages;

    Room(RoomName name, Topic<RoomEvent> topic, InstantSource clock) {
        this.name = name;
        this.topic = topic;
        this.clock = clock;
    }

    RoomName name() {
        return name;
    }

    /** Lets a session in. Whoever is here already under this id, with a connection that broke or another page, is one member still. */
    synchronized void enter(WebSocketSession session, String id, NickName wish) {
        Member member = members.get(id);
        if (member == null) {
            member = new Member(id, wish, free(wish, id));
            members.put(id, member);
            topic.publish(new RoomEvent.Joined(member.person(), now()));
        } else if (!member.wishes(wish)) {
            rename(id, wish);
        }
        member.sessionBegins();
        List<Person> present = members.values().stream().map(Member::person).toList();
        session.sendJson(
                RoomEvent.class, new RoomEvent.Welcome(name.text(), member.person(), present, history.messages()));
        topic.subscribe(session);
    }

    /** Gives a member another name, or one like it if somebody has it. */
    synchronized void rename(String id, NickName wish) {
        Member member = member(id);
        Person before = member.person();
        member.call(wish, free(wish, id));
        if (!before.equals(member.person())) {
            topic.publish(new RoomEvent.Renamed(member.person(), before.name(), now()));
        }
    }

    /** Says something; a message that the history has already, sent again after a broken connection, is only confirmed. */
    synchronized void say(WebSocketSession session, String id, MessageText text, String ref) {
        history.find(id, ref)
                .ifPresentOrElse(known -> session.sendJson(RoomEvent.class, known), () -> sayNew(id, text, ref));
    }

    /** Takes out a session that entered. */
    synchronized void leave(WebSocketSession session, String id) {
        topic.unsubscribe(session);
        Member member = member(id);
        if (member.sessionEnds()) {
            members.remove(id);
            topic.publish(new RoomEvent.Left(member.person(), now()));
        }
    }

    private void sayNew(String id, MessageText text, String ref) {
        Said said = new Said(incarnation + "-" + ++messages, member(id).person(), text.text(), now(), ref);
        history.add(said);
        topic.publish(said);
    }

    private Member member(String id) {
        Member member = members.get(id);
        if (member == null) {
            throw new IllegalStateException("no member " + id);
        }
        return member;
    }

    private NickName free(NickName wish, String id) {
        NickName candidate = wish;
        for (int number = 2; taken(candidate, id); number++) {
            candidate = wish.numbered(number);
        }
        return candidate;
    }

    private boolean taken(NickName candidate, String id) {
        String folded = candidate.folded();
        return members.values().stream().anyMatch(member -> !member.id().equals(id) && member.isCalled(folded));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
