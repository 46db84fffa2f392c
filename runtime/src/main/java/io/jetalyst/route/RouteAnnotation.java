package io.jetalyst.route;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation of a route, as the table kept it for filters: one that carries {@code @RouteMetadata} or {@code @Filtered}. Immutable.
 *
 * @param type the canonical name of the annotation type
 * @param values the values of each member as text, in their order; a member that is no array has one
 */
public record RouteAnnotation(String type, Map<String, List<String>> values) {
    public RouteAnnotation {
        Map<String, List<String>> copy = new TreeMap<>();
        values.forEach((member, texts) -> copy.put(member, List.copyOf(texts)));
        values = Collections.unmodifiableMap(copy);
    }

    /** An annotation without members. */
    public static RouteAnnotation of(String type) {
        return new RouteAnnotation(type, Map.of());
    }

    /** The same annotation with these values of one more member. */
    public RouteAnnotation with(String member, String... texts) {
        Map<String, List<String>> more = new TreeMap<>(values);
        more.put(member, List.of(texts));
        return new RouteAnnotation(type, more);
    }

    /** The first value of a member; empty if the annotation has no such member, or an empty array. */
    public Optional<String> value(String member) {
        return values(member).stream().findFirst();
    }

    /** All values of a member; empty if the annotation has no such member. */
    public List<String> values(String member) {
        return values.getOrDefault(member, List.of());
    }
}
