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

    synchronized void add(String id, Visit visit) {
        byId.computeIfAbsent(id, added -> new Tabs()).visits.add(visit);
    }

    /** Returns whether nobody else is in the room of this visit. */
    synchronized boolean remove(Visit visit) {
        byId.values().removeIf(tabs -> tabs.visits.remove(visit) && tabs.visits.isEmpty());
        return byId.values().stream()
                .flatMap(tabs -> tabs.visits.stream())
                .noneMatch(other -> other.isIn(visit.room().name()));
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
