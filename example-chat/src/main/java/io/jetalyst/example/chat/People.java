package io.jetalyst.example.chat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The open tabs of all people in all rooms. */
final class People {
    static final int MAX_TABS = 20;
    static final int MAX_TABS_OF_ROOM = 5;

    /**
     * @param visits the oldest one first
     * @param renames limits how often the person changes the name
     */
    private record Tabs(Set<Visit> visits, RateLimit renames) {
        Tabs() {
            this(new LinkedHashSet<>(), new RateLimit(5, Duration.ofSeconds(20), System::nanoTime));
        }
    }

    private final Map<String, Tabs> byId = new HashMap<>();
    private final Map<RoomName, Integer> tabsOfRooms = new HashMap<>();

    synchronized void add(String id, Visit visit) {
        byId.computeIfAbsent(id, added -> new Tabs()).visits.add(visit);
        tabsOfRooms.merge(visit.room().name(), 1, Integer::sum);
    }

    /** The tab that a person must close before opening another one in this room, if the person has too many. */
    synchronized Optional<Visit> surplus(String id, RoomName room) {
        List<Visit> all = visits(id);
        List<Visit> here = all.stream().filter(visit -> visit.isIn(room)).toList();
        return here.size() >= MAX_TABS_OF_ROOM
                ? Optional.of(here.get(0))
                : all.stream().limit(all.size() >= MAX_TABS ? 1 : 0).findFirst();
    }

    /** Returns whether the tab was there. */
    synchronized boolean remove(String id, Visit visit) {
        Tabs tabs = byId.get(id);
        if (tabs == null || !tabs.visits.remove(visit)) {
            return false;
        }
        if (tabs.visits.isEmpty()) {
            byId.remove(id);
        }
        tabsOfRooms.computeIfPresent(visit.room().name(), (room, count) -> count == 1 ? null : count - 1);
        return true;
    }

    synchronized boolean isEmpty(RoomName room) {
        return !tabsOfRooms.containsKey(room);
    }

    synchronized boolean isIn(RoomName room, String id) {
        return visits(id).stream().anyMatch(visit -> visit.isIn(room));
    }

    synchronized List<Visit> visits(String id) {
        Tabs tabs = byId.get(id);
        return tabs == null ? List.of() : List.copyOf(tabs.visits);
    }

    /** Whether this person may take another name now. */
    synchronized boolean allowsRename(String id) {
        Tabs tabs = byId.get(id);
        return tabs == null || tabs.renames.allows();
    }
}
