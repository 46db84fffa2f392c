package io.jetalyst.route;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The rule of a route for the body of a request. The framework checks the head of the request against it before it reads a byte.
 *
 * @param kind how the route takes the body
 * @param mediaTypes the media types that the route accepts, such as {@code text/csv}, {@code image/*} or {@code application/*+json}, in lower
 *     case; none if it accepts all
 * @param maxBytes the longest body that the route accepts; empty for the limit of the application
 * @param maxFileBytes the longest file of each field that has such a limit
 */
public record BodyRule(Kind kind, List<String> mediaTypes, OptionalLong maxBytes, Map<String, Long> maxFileBytes) {
    /** The rule of a route that takes no body. The framework drops one that a client sends. */
    public static final BodyRule NONE = of(Kind.NONE, List.of());

    private static final List<String> FORMS = List.of("application/x-www-form-urlencoded", "multipart/form-data");

    /** How a route takes a body. */
    public enum Kind {
        /** The route ignores it. */
        NONE,
        /** The framework reads all of it before it calls the method. */
        WHOLE,
        /** The framework reads the fields of a form before it calls the method. */
        FORM,
        /** The framework reads the fields and the files of a form before it calls the method. */
        UPLOAD,
        /** The method reads it. */
        STREAM
    }

    /** Whether the body is a form. */
    public boolean isForm() {
        return kind == Kind.FORM || kind == Kind.UPLOAD;
    }

    public BodyRule {
        mediaTypes = List.copyOf(mediaTypes);
        maxFileBytes = Map.copyOf(maxFileBytes);
        if (maxBytes.isPresent() && maxBytes.getAsLong() < 0) {
            throw new IllegalArgumentException("a body has 0 bytes or more, not " + maxBytes.getAsLong());
        }
    }

    private static BodyRule of(Kind kind, List<String> mediaTypes) {
        return new BodyRule(kind, mediaTypes, OptionalLong.empty(), Map.of());
    }

    /** A body that the framework reads before it calls the method. */
    public static BodyRule whole(String... mediaTypes) {
        return of(Kind.WHOLE, List.of(mediaTypes));
    }

    /** A JSON document. */
    public static BodyRule json() {
        return whole("application/json", "application/*+json");
    }

    /** The fields of an HTML form. */
    public static BodyRule form() {
        return of(Kind.FORM, FORMS);
    }

    /** The fields and the files of an HTML form. */
    public static BodyRule upload() {
        return of(Kind.UPLOAD, FORMS);
    }

    /** A body that the method reads, without a limit. */
    public static BodyRule stream(String... mediaTypes) {
        return of(Kind.STREAM, List.of(mediaTypes));
    }

    /** The same rule for these media types only. */
    public BodyRule consuming(String... types) {
        return new BodyRule(
                kind,
                Stream.of(types).map(type -> type.toLowerCase(Locale.ROOT)).toList(),
                maxBytes,
                maxFileBytes);
    }

    /** The same rule with a limit of its own, in bytes. */
    public BodyRule atMost(long bytes) {
        return new BodyRule(kind, mediaTypes, OptionalLong.of(bytes), maxFileBytes);
    }

    /** The same rule with a limit for each file of one field, in bytes. */
    public BodyRule fileAtMost(String field, long bytes) {
        Map<String, Long> more = new HashMap<>(maxFileBytes);
        more.put(field, bytes);
        return new BodyRule(kind, mediaTypes, maxBytes, more);
    }
}
