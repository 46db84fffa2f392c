package io.jetalyst.example.chat;

import static java.util.stream.Collectors.toSet;

import io.jetalyst.config.Settings;
import io.jetalyst.session.Session;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seats people in rooms, each under a name of its own. Each room is a topic: it knows its members, keeps the latest messages, and delivers all events in
 * one order.
 *
 * <p>Two members of a topic may have the same name if their ids differ. That a name is used once is a rule of the chat, so a lock is held
 * while a name is chosen and taken. The lock belongs to this process: if several processes share the rooms, two people may still get
 * names that look alike.
 */
final class Rooms {
    /** How many messages a room keeps. */
    static final int HISTORY = 50;

    private static final TopicOptions OPTIONS = TopicOptions.DEFAULT.history(HISTORY);

    private final Topics topics;
    private final int seats;
    private final People people;
    private final Networks networks;

    Rooms(Topics topics, Settings settings, People people, Networks networks) {
        this.topics = topics;
        this.people = people;
        this.networks = networks;
        this.seats =
                settings.get("chat.seats", "a whole number", Integer::valueOf).orElse(500);
    }

    /** The room of this name, whether it has members or not. */
    Room room(RoomName name) {
        return new Room(
                name,
                topics.topic("chat/" + name.text(), RoomEvent.class, OPTIONS, Person.class, new RoomPresence()),
                topics.topic("typing/" + name.text(), RoomEvent.class));
    }

    /**
     * Gives a tab its seat. A person who has other tabs in the room has the same name in all of them, and one seat. If the person has too many tabs,
     * the oldest one gives way: it may belong to a connection that broke.
     *
     * @throws Refusal if the room is full, there are too many rooms or tabs, or the session of the browser has ended
     */
    synchronized void enter(Visit visit) throws Refusal {
        Room room = visit.room();
        Account account =
                Account.of(visit.browser()).orElseThrow(() -> Refusal.forNow("name", "Please enter your name again."));
        Person person = person(account, room.talk().members());
        Optional<Visit> surplus = people.surplus(account.id(), room.name());
        networks.add(visit.client());
        people.add(
                account.id(), visit); // first: a client may upload a picture as soon as it receives that it has joined
        boolean joined = false;
        try {
            visit.become(person);
            joined = true;
        } catch (TopicLimitException e) {
            throw Refusal.forNow("too-many-rooms", "There are too many rooms at the moment. Try one that exists.");
        } finally {
            if (!joined) {
                remove(account.id(), visit);
            }
        }
        surplus.ifPresent(
                oldest -> { // only now: a tab that is refused must not close another one
                    leave(oldest);
                    oldest.giveWay(surplus(oldest.isIn(room.name())));
                });
    }

    private static Refusal surplus(boolean sameRoom) {
        return Refusal.of(
                "too-many-tabs",
                sameRoom
                        ? "You opened this room in more than " + People.MAX_TABS_OF_ROOM
                                + " tabs. This was the oldest one."
                        : "You opened more than " + People.MAX_TABS + " tabs of the chat. This was the oldest one.");
    }

    private Person person(Account account, List<Person> members) throws Refusal {
        Optional<Person> present = members.stream()
                .filter(member -> member.id().equals(account.id()))
                .findFirst();
        if (present.isEmpty() && members.stream().map(Person::id).distinct().count() >= seats) {
            throw Refusal.forNow("room-full", "This room is full. Try another one, or come back later.");
        }
        return present.orElseGet(
                () -> new Person(account.id(), free(new NickName(account.name()), account.id(), members)));
    }

    /** Ends a visit. */
    void leave(Visit visit) {
        remove(visit.self().id(), visit);
    }

    private void remove(String id, Visit visit) {
        if (people.remove(id, visit)) {
            networks.remove(visit.client());
        }
    }

    /** Whether the room has no members in this process. */
    boolean isEmpty(RoomName room) {
        return people.isEmpty(room);
    }

    /**
     * Keeps a name for a browser. Each of its tabs gets that name, or the name with a number if the name of another member looks like it.
     *
     * @throws Refusal if the name was changed too often
     */
    synchronized void rename(Session browser, NickName wish) throws Refusal {
        String id = Account.of(browser).map(Account::id).orElse("");
        if (!people.allowsRename(id)) {
            throw Refusal.tooMany("too-many-names", "You changed your name too often. Try again in 20 seconds.");
        }
        Account.keep(browser, wish);
        for (Visit visit : people.visits(id)) {
            visit.become(new Person(id, free(wish, id, visit.room().talk().members())));
        }
    }

    private static String free(NickName wish, String id, List<Person> members) {
        Set<String> taken = members.stream()
                .filter(member -> !member.id().equals(id))
                .flatMap(member -> NameShape.of(member.name()).stream())
                .collect(toSet());
        NickName name = wish;
        for (int number = 2; !Collections.disjoint(taken, name.shape()); number++) {
            name = wish.numbered(number);
        }
        return name.text();
    }
}
