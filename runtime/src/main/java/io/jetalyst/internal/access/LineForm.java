package io.jetalyst.internal.access;

/** Appends the lines of the access log in one of its forms. Used by one thread. */
interface LineForm {
    /** Appends a line, with its end, in ASCII: no text of a client can end it or forge another one. */
    void append(AccessEntry entry, StringBuilder out);
}
