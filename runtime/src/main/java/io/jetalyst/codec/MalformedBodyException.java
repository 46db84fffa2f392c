package io.jetalyst.codec;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when bytes from a client do not encode a value of the expected type. It has all the faults that the codec found, in the order of
 * the body, and at least one.
 */
public final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<BodyFault> faults;

    /**
     * A body with these faults.
     *
     * @param cause the exception of the parser, for logs; the client never receives it
     * @throws IllegalArgumentException if there is no fault
     */
    public MalformedBodyException(List<BodyFault> faults, @Nullable Throwable cause) {
        super(faults.stream().map(BodyFault::toString).collect(Collectors.joining(" ")), cause);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a malformed body has a fault");
        }
        this.faults = List.copyOf(faults);
    }

    /**
     * A body that is invalid as a whole.
     *
     * @param detail what is wrong, to follow "The body" in a sentence: {@code has no checksum}
     */
    public MalformedBodyException(String detail, @Nullable Throwable cause) {
        this(List.of(BodyFault.of("", BodyFault.INVALID, detail)), cause);
    }

    /** Returns the faults, in the order of the body. */
    public List<BodyFault> faults() {
        return faults;
    }
}
