package io.jetalyst.processor.decl;

/** The place of a declaration in the user's code. Only the reader that created it can read it. */
public interface Origin {
    /** The origin of an element without a source, such as an option of the command line. */
    Origin NOWHERE = new Origin() {};

    /** The place that gives the type of a method or a parameter: another one if it is a type argument of a generic base. */
    default Origin ofType() {
        return this;
    }
}
