package io.jetalyst.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a query string, or of a form in {@code application/x-www-form-urlencoded} (URL Standard §5.1), decoded. A text that cannot be
 * decoded is a mistake of its field, and all other texts are kept. A name that cannot be decoded is a mistake of no field. Immutable.
 */
public final class EncodedFields {
    private static final int MAX_FIELDS = 1_000;

    /** Bytes that are not UTF-8 were decoded to this character. A client that means it sends it percent-encoded. */
    private static final char REPLACEMENT = '\uFFFD';

    private final String in;
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final List<InputError> errors = new ArrayList<>(0);

    private EncodedFields(String in) {
        this.in = in;
    }

    /**
     * Decodes fields.
     *
     * @param encoded characters of ASCII; bytes that are not UTF-8 as U+FFFD
     * @param in the part of the request, as an {@link InputError} has it
     * @throws BindingProblem if there are more than 1,000 fields
     */
    public static EncodedFields decode(String encoded, String in) {
        EncodedFields fields = new EncodedFields(in);
        int count = 0;
        for (int start = 0; start < encoded.length(); ) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            if (end > start) {
                if (++count > MAX_FIELDS) {
                    String kind = in.equals(InputError.QUERY) ? " parameters" : " fields";
                    throw new BindingProblem(
                            new InputError(in, "", InputError.COUNT, "has more than " + MAX_FIELDS + kind));
                }
                fields.add(encoded.substring(start, end));
            }
            start = end + 1;
        }
        return fields;
    }

    private void add(String field) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? field : field.substring(0, equals);
        String text = equals < 0 ? "" : field.substring(equals + 1);
        Optional<String> decodedName = decoded(name);
        if (decodedName.isEmpty()) {
            report("", "has a name that " + mistake(name));
            return;
        }
        decoded(text)
                .ifPresentOrElse(
                        value -> texts.computeIfAbsent(decodedName.get(), any -> new ArrayList<>(1))
                                .add(value),
                        () -> report(decodedName.get(), mistake(text)));
    }

    private static Optional<String> decoded(String text) {
        return text.indexOf(REPLACEMENT) < 0 ? PercentEncoding.decodeForm(text) : Optional.empty();
    }

    private static String mistake(String text) {
        return text.indexOf(REPLACEMENT) < 0 ? PercentEncoding.mistake(text) : "is not valid UTF-8";
    }

    /** One mistake for each field. */
    private void report(String name, String detail) {
        if (errors.stream().noneMatch(error -> error.name().equals(name))) {
            errors.add(new InputError(in, name, InputError.ENCODING, detail));
        }
    }

    /** The names of the fields with a text that can be decoded, in their order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(texts.keySet());
    }

    /** The texts of a field that can be decoded, in their order; none if there is no such field. */
    public List<String> texts(String name) {
        return Collections.unmodifiableList(texts.getOrDefault(name, List.of()));
    }

    /** The mistakes, with the name of the field, which is empty for a name that cannot be decoded. */
    public List<InputError> errors() {
        return Collections.unmodifiableList(errors);
    }
}
