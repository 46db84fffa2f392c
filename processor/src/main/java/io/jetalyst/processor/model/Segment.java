package io.jetalyst.processor.model;

/** One segment of a path. */
public sealed interface Segment {
    /** Matches itself. */
    record Literal(String text) implements Segment {}

    /** <code>{name}</code>: takes one segment. */
    record Variable(String name) implements Segment {}

    /** <code>{*name}</code>: takes the rest. */
    record Tail(String name) implements Segment {}
}
