package io.jetalyst.json.avaje;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.MalformedBodyException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of one body, at most one for each value, and at most 100 in all. */
final class Faults {
    private static final int MAX_FAULTS = 100;

    private final List<BodyFault> found = new ArrayList<>();
    private final Deque<Frame> frames;
    private @Nullable Throwable cause;

    /** @param frames the objects and arrays around the value that is read, the innermost first */
    Faults(Deque<Frame> frames) {
        this.frames = frames;
    }

    int count() {
        return found.size();
    }

    /** Adds a fault of the value that is read. */
    void add(String code, String detail, @Nullable Throwable cause) {
        add(pointer(), code, detail);
        if (this.cause == null) {
            this.cause = cause;
        }
    }

    /** Adds that the object that is read lacks this member. */
    void missing(String name) {
        add(BodyFault.child(parent(), name), BodyFault.REQUIRED, "The member is required.");
    }

    private void add(String pointer, String code, String detail) {
        if (found.stream().noneMatch(fault -> pointer.equals(fault.pointer()))) {
            found.add(BodyFault.of(pointer, code, detail));
            if (found.size() == MAX_FAULTS) {
                throw new Stop();
            }
        }
    }

    /** Returns the JSON pointer of the value that is read. */
    String pointer() {
        return pointer(frames.descendingIterator(), frames.size());
    }

    private String parent() {
        return pointer(frames.descendingIterator(), frames.size() - 1);
    }

    private static String pointer(Iterator<Frame> outermost, int levels) {
        String pointer = "";
        for (int level = 0; level < levels; level++) {
            pointer = outermost.next().extend(pointer);
        }
        return pointer;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    MalformedBodyException toException() {
        return new MalformedBodyException(found, cause);
    }
}
