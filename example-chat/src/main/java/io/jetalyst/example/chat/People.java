package io.jetalyst.example.chat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open tabs of all people in all rooms. */
final class People {
    /** @param renames limits how often the person changes the name */
    private record Tabs(Set<Visit> visits, RateLimit renames) {
        Tabs() {
            this(new HashSet<>(), new RateLimit(5, Duration.ofSeconds(20), System::nanoTime));
        }
    }

    private final Map<String, Tabs> byId = new HashMap<>();
    private final Map<RoomName, Integer> tabsOfRooms = new HashMap<>();

    synchronized void add(String id, Visit visit) {
        byId.computeIfAbsent(id, added -> new Tabs()).visits.add(visit);
        tabsOfRooms.merge(visit.room().name(), 1, Integer::sum);
    }

    synchronized void remove(String id, Visit visit) {
        Tabs tabs = byId.get(id);
        if (tabs != null && tabs.visits.remove(visit)) {
            if (tabs.visits.isEmpty()) {
                byId.remove(id);
            }
            tabsOfRooms.computeIfPresent(visit.room().name(), (room, count) -> count == 1 ? null : count - 1);
        }
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
