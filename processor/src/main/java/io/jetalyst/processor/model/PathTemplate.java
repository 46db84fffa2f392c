package io.jetalyst.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole path of a route.
 *
 * @param text as it is written into the table
 */
public record PathTemplate(String text, List<Segment> segments) {
    public PathTemplate {
        segments = List.copyOf(segments);
    }

    /** The names of its variables, the tail's included, from left to right. */
    public List<String> variables() {
        return segments.stream().flatMap(PathTemplate::variable).toList();
    }

    private static Stream<String> variable(Segment segment) {
        if (segment instanceof Segment.Variable variable) {
            return Stream.of(variable.name());
        }
        return segment instanceof Segment.Tail tail ? Stream.of(tail.name()) : Stream.empty();
    }

    /** The same for any two paths that match the same requests: {@code /chat/{}/{*}}. */
    public String shape() {
        return segments.stream().map(PathTemplate::shape).collect(Collectors.joining("/", "/", ""));
    }

    private static String shape(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literal.text();
        }
        return segment instanceof Segment.Tail ? "{*}" : "{}";
    }
}
