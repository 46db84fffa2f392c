package io.jetalyst.codec.json;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.MalformedBodyException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one body, at most one for each value and at most 100 in all. After a fault, a codec supplies a substitute value and continues,
 * so that one response lists all faults. Not safe for use by several threads.
 */
public final class JsonFaults {
    private static final int MAX_FAULTS = 100;

    private final List<BodyFault> found = new ArrayList<>();
    private final Set<String> pointers = new HashSet<>();
    private final Deque<? extends JsonLevel> levels;
    private @Nullable Throwable cause;
    private boolean stopped;

    /** @param levels the objects and arrays around the value that is read, the innermost first; the codec changes it while it reads */
    public JsonFaults(Deque<? extends JsonLevel> levels) {
        this.levels = levels;
    }

    /** Returns the number of faults so far. */
    public int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether the codec has stopped: whatever is thrown then is no fault of its own. */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Adds a fault of the value that is read.
     *
     * @param code one of the constants of {@link BodyFault}
     * @param cause for logs
     * @throws StopReading if there are too many faults
     */
    public void add(String code, String detail, @Nullable Throwable cause) {
        put(pointer(), code, detail);
        if (this.cause == null) {
            this.cause = cause;
        }
    }

    /** Adds that the value has another JSON type than the expected one. */
    public void addType(String detail) {
        add(BodyFault.TYPE, detail, null);
    }

    /** Adds that the value is {@code null} and must not be. */
    public void addNull() {
        add(BodyFault.REQUIRED, Expected.NOT_NULL, null);
    }

    /** Adds that the object that is read lacks this member. */
    void addMissing(String name) {
        put(BodyFault.child(parent(), name), BodyFault.REQUIRED, Expected.MISSING);
    }

    /** Adds a fault after which the codec cannot continue. The caller throws the result. */
    public StopReading stop(String code, String detail, @Nullable Throwable cause) {
        add(code, detail, cause);
        return stop();
    }

    /** Notes that the codec cannot continue, after a fault. The caller throws the result. */
    public StopReading stop() {
        stopped = true;
        return new StopReading();
    }

    private void put(String pointer, String code, String detail) {
        if (pointers.add(pointer)) {
            found.add(BodyFault.of(pointer, code, detail));
            if (found.size() == MAX_FAULTS) {
                throw stop();
            }
        }
    }

    /** Returns the JSON pointer of the value that is read. */
    public String pointer() {
        return pointer(levels.size());
    }

    private String parent() {
        return pointer(levels.size() - 1);
    }

    private String pointer(int depth) {
        Iterator<? extends JsonLevel> outermost = levels.descendingIterator();
        String pointer = "";
        for (int level = 0; level < depth; level++) {
            pointer = outermost.next().extend(pointer);
        }
        return pointer;
    }

    /** Returns the exception that a {@link io.jetalyst.codec.BodyReader} throws. There is a fault. */
    public MalformedBodyException toException() {
        return new MalformedBodyException(found, cause);
    }
}
