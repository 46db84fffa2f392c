package io.jetalyst.body;

import io.jetalyst.http.InputError;
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
    private final List<InputError> errors;

    private Form(Map<String, List<String>> texts, Map<String, List<UploadedFile>> files, List<InputError> errors) {
        this.texts = copy(texts);
        this.files = copy(files);
        this.errors = List.copyOf(errors);
    }

    private static <T> Map<String, List<T>> copy(Map<String, List<T>> fields) {
        Map<String, List<T>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /** A form with these texts. */
    public static Form of(Map<String, List<String>> texts) {
        return of(texts, Map.of(), List.of());
    }

    /** A form with these texts and files, and with errors of fields that have further texts, which could not be decoded. */
    public static Form of(
            Map<String, List<String>> texts, Map<String, List<UploadedFile>> files, List<InputError> errors) {
        return new Form(texts, files, errors);
    }

    /** The names of the fields that have a text. */
    public Set<String> names() {
        return texts.keySet();
    }

    /** The errors of texts that could not be decoded, with the names of their fields; the name is empty if it could not be decoded itself. */
    public List<InputError> errors() {
        return errors;
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
