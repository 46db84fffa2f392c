package io.jetalyst.support;

/** Thrown if a text of a request cannot be converted. The message is for the client and does not contain the text. */
public final class InvalidText extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** @param complaint what is wrong, to follow the name of the parameter in a sentence: {@code must be true or false} */
    public InvalidText(String complaint) {
        super(complaint, null);
    }

    /** Costs too much for a mistake that a client can send at will. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
