package io.jetalyst.example.chat;

import java.util.List;
import java.util.Map;

/** What tests look for in events. */
final class Events {
    private Events() {}

    static List<String> names(Map<String, Object> welcome) {
        return ((List<?>) welcome.get("members")).stream().map(Events::name).toList();
    }

    static List<String> texts(Map<String, Object> welcome) {
        return ((List<?>) welcome.get("history"))
                .stream()
                        .map(said -> String.valueOf(((Map<?, ?>) said).get("text")))
                        .toList();
    }

    static String who(Map<String, Object> event) {
        return name(event.get("who"));
    }

    static String name(Object person) {
        return String.valueOf(((Map<?, ?>) person).get("name"));
    }
}
