package com.acme.app;

import io.jetalyst.http.HttpProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The events, in memory. */
final class Events {
    private final Map<Long, Event> events = new TreeMap<>();

    synchronized Event add(String title, LocalDate date, Optional<UUID> picture) {
        Event event = new Event(events.size() + 1, title, date, picture, List.of());
        events.put(event.id(), event);
        return event;
    }

    synchronized List<Event> all() {
        return List.copyOf(events.values());
    }

    synchronized Event get(long id) {
        return Optional.ofNullable(events.get(id))
                .orElseThrow(() -> HttpProblem.notFound("There is no event " + id + "."));
    }

    /** Adds a guest, and returns the changed event. */
    synchronized Event join(long id, String guest) {
        Event event = get(id);
        List<String> guests = new ArrayList<>(event.guests());
        if (!guests.contains(guest)) {
            guests.add(guest);
        }
        Event changed = new Event(id, event.title(), event.date(), event.picture(), List.copyOf(guests));
        events.put(id, changed);
        return changed;
    }
}
