package io.jetalyst.processor.problem;

import io.jetalyst.processor.decl.Origin;

/**
 * A mistake in the code of a user, as a value.
 *
 * @param origin where the compiler reports it
 * @param what one sentence on what is wrong
 * @param fix one or two on what to do about it
 */
public record Problem(ProblemCode code, Origin origin, String what, String fix) {
    /** As the compiler prints it. */
    public String text() {
        return "[" + code.code() + "] " + what + " " + fix;
    }
}
