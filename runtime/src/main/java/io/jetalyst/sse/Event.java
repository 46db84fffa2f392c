package io.jetalyst.sse;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * One server-sent event (HTML standard §9.2). Immutable; each method with an argument returns a changed event.
 *
 * <pre>{@code
 * Event.of(edit).id(Long.toString(edit.number())).name("edit");
 * }</pre>
 *
 * @param id the browser sends the last one as {@code Last-Event-ID} when it connects again; an empty text makes it forget the last one
 * @param name the name for which a page listens with {@code addEventListener}; without one it is {@code message}
 * @param retry how long the browser waits before it connects again
 * @param data text or a value that is sent as JSON; line breaks in it are part of the data and never begin another field
 */
public record Event<T>(Optional<String> id, Optional<String> name, Optional<Duration> retry, T data) {
    /** @throws IllegalArgumentException if a line break is in the id or the name, NUL is in the id, the name is empty, or the time is negative */
    public Event {
        requireNonNull(data);
        if (id.filter(text -> hasLineBreak(text) || text.indexOf('\0') >= 0).isPresent()) {
            throw new IllegalArgumentException("the id of an event has no line breaks and no NUL");
        }
        if (name.filter(text -> hasLineBreak(text) || text.isEmpty()).isPresent()) {
            throw new IllegalArgumentException("the name of an event is not empty and has no line breaks");
        }
        if (retry.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("the time before a browser connects again is not negative");
        }
    }

    /** An event with this data only. */
    public static <T> Event<T> of(T data) {
        return new Event<>(Optional.empty(), Optional.empty(), Optional.empty(), data);
    }

    /**
     * The same event with an id.
     *
     * @throws IllegalArgumentException if a line break or NUL is in it
     */
    public Event<T> id(String text) {
        return new Event<>(Optional.of(text), name, retry, data);
    }

    /**
     * The same event with a name.
     *
     * @throws IllegalArgumentException if it is empty, or a line break is in it
     */
    public Event<T> name(String text) {
        return new Event<>(id, Optional.of(text), retry, data);
    }

    /** The same event with the time that the browser waits before it connects again, in whole milliseconds. */
    public Event<T> retry(Duration time) {
        return new Event<>(id, name, Optional.of(time), data);
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
