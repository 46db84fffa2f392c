package io.jetalyst.processor.decl;

/** Who can name a class, its enclosing classes counted in. */
public enum Access {
    EVERYBODY,
    ITS_PACKAGE,
    NOBODY
}
