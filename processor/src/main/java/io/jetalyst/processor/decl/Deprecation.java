package io.jetalyst.processor.decl;

/** Whether the compiler warns of a use. */
public enum Deprecation {
    NONE,
    DEPRECATED,
    FOR_REMOVAL;

    /** The stronger of two. */
    public Deprecation or(Deprecation other) {
        return compareTo(other) < 0 ? other : this;
    }
}
