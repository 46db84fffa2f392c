package io.jetalyst.processor.decl;

import java.util.Locale;

/** What a type is declared as. */
public enum Kind {
    CLASS,
    RECORD,
    ENUM,
    INTERFACE,
    ANNOTATION;

    /** For a message. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
