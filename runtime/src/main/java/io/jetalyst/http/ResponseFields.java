package io.jetalyst.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The header fields of a {@link Response}: immutable lists in the order in which the fields were added. */
final class ResponseFields {
    private static final String VARY = "Vary";

    private static final String CONTENT_TYPE = "Content-Type";
    /** The fields of most responses: the same objects in all of them, so that a response costs less. */
    private static final List<HeaderField> TEXT_PLAIN = List.of(new HeaderField(CONTENT_TYPE, MediaType.TEXT_PLAIN));

    private static final List<HeaderField> TEXT_HTML = List.of(new HeaderField(CONTENT_TYPE, MediaType.TEXT_HTML));
    private static final List<HeaderField> JSON = List.of(new HeaderField(CONTENT_TYPE, MediaType.JSON));

    private ResponseFields() {}

    static List<HeaderField> contentType(String value) {
        return switch (value) {
            case MediaType.TEXT_PLAIN -> TEXT_PLAIN;
            case MediaType.TEXT_HTML -> TEXT_HTML;
            case MediaType.JSON -> JSON;
            default -> List.of(new HeaderField(CONTENT_TYPE, value));
        };
    }

    static Optional<String> first(List<HeaderField> fields, String name) {
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** The fields that are not replaced, and then the added one. */
    static List<HeaderField> replace(List<HeaderField> fields, HeaderField added, Predicate<HeaderField> isReplaced) {
        List<HeaderField> changed = new ArrayList<>(fields.size() + 1);
        for (HeaderField field : fields) {
            if (!isReplaced.test(field)) {
                changed.add(field);
            }
        }
        changed.add(added);
        return List.copyOf(changed);
    }

    /** Whether {@code Vary} lists this name of a field. */
    static boolean varyOn(List<HeaderField> fields, String name) {
        for (HeaderField field : fields) {
            if (isVary(field) && FieldLists.hasName(field.value(), name)) {
                return true;
            }
        }
        return false;
    }

    /** The fields with one {@code Vary}, which lists the names of all and this one. */
    static List<HeaderField> vary(List<HeaderField> fields, String name) {
        StringBuilder names = new StringBuilder();
        for (HeaderField field : fields) {
            if (isVary(field)) {
                names.append(field.value()).append(", ");
            }
        }
        return replace(fields, new HeaderField(VARY, names + name), ResponseFields::isVary);
    }

    private static boolean isVary(HeaderField field) {
        return field.name().equalsIgnoreCase(VARY);
    }

    /** The fields, and those of the defaults whose names they do not have. */
    static List<HeaderField> withDefaults(List<HeaderField> fields, List<HeaderField> defaults) {
        HeaderField[] all = fields.toArray(new HeaderField[fields.size() + defaults.size()]);
        int size = fields.size();
        for (int i = 0; i < defaults.size(); i++) {
            HeaderField field = defaults.get(i);
            if (!contains(fields, field.name())) {
                all[size++] = field;
            }
        }
        List<HeaderField> list = Collections.unmodifiableList(Arrays.asList(all));
        return size == all.length ? list : list.subList(0, size);
    }

    private static boolean contains(List<HeaderField> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
