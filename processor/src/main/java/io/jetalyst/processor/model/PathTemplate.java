package io.jetalyst.processor.model;

import java.util.ArrayList;
import java.util.List;

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
        List<String> names = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Variable variable) {
                names.add(variable.name());
            } else if (segment instanceof Segment.Tail tail) {
                names.add(tail.name());
            }
        }
        return names;
    }

    /** The same for any two paths that match the same requests: {@code /chat/{}/{*}}. */
    public String shape() {
        if (segments.isEmpty()) {
            return "/";
        }
        StringBuilder shape = new StringBuilder(text.length());
        for (Segment segment : segments) {
            shape.append('/').append(shape(segment));
        }
        return shape.toString();
    }

    private static String shape(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literal.text();
        }
        return segment instanceof Segment.Tail ? "{*}" : "{}";
    }

    /** Whether it matches every request that the other matches: {@code /chat/{room}} covers {@code /chat/lobby}. */
    public boolean covers(PathTemplate other) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Segment.Tail) {
                return i == 0 || i < other.segments.size(); // an empty tail still wants the slash before it
            }
            if (i == other.segments.size() || !covers(segments.get(i), other.segments.get(i))) {
                return false;
            }
        }
        return segments.size() == other.segments.size();
    }

    private static boolean covers(Segment one, Segment other) {
        return one instanceof Segment.Variable ? !(other instanceof Segment.Tail) : one.equals(other);
    }
}
