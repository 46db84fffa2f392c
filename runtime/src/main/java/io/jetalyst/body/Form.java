package io.jetalyst.body;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of an HTML form, in the order in which the client sent them. Immutable. */
public final class Form {
    private final Map<String, List<String>> texts;

    private Form(Map<String, List<String>> texts) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        texts.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        this.texts = Collections.unmodifiableMap(copy);
    }

    /** A form with these texts. */
    public static Form of(Map<String, List<String>> texts) {
        return new Form(texts);
    }

    /** The names of the fields that have a text. */
    public Set<String> names() {
        return texts.keySet();
    }

    /** All texts of a field in their order; none if the form does not have the field. */
    public List<String> texts(String name) {
        return texts.getOrDefault(name, List.of());
    }

    /** The first text of a field. */
    public Optional<String> text(String name) {
        return texts(name).stream().findFirst();
    }
}
