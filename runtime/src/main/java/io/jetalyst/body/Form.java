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
    private final Map<String, List<UploadedFile>> files;

    private Form(Map<String, List<String>> texts, Map<String, List<UploadedFile>> files) {
        this.texts = copy(texts);
        this.files = copy(files);
    }

    private static <T> Map<String, List<T>> copy(Map<String, List<T>> fields) {
        Map<String, List<T>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /** A form with these texts. */
    public static Form of(Map<String, List<String>> texts) {
        return of(texts, Map.of());
    }

    /** A form with these texts and files. */
    public static Form of(Map<String, List<String>> texts, Map<String, List<UploadedFile>> files) {
        return new Form(texts, files);
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

    /** All files of a field in their order; none if the user has chosen none. */
    public List<UploadedFile> files(String name) {
        return files.getOrDefault(name, List.of());
    }
}
