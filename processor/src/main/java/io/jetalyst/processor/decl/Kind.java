package io.jetalyst.processor.decl;

import java.util.Locale;

/** The kind of a type declaration. */
public enum Kind {
    CLASS,
    RECORD,
    ENUM,
    INTERFACE,
    ANNOTATION;

    /** The word for it in a message to the user. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
