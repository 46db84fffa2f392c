package io.jetalyst.processor.decl;

/** The code that can name a class. The classes around it count, too. */
public enum Access {
    EVERYBODY,
    ITS_PACKAGE,
    NOBODY
}
