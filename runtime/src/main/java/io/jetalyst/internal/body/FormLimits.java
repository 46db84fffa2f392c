package io.jetalyst.internal.body;

import io.jetalyst.http.InputError;

/** The limits of forms, beside the number of bytes. */
final class FormLimits {
    /** The number of fields of a form, files included. */
    static final int MAX_FIELDS = 1_000;

    /** The length of a field's name, in characters. */
    static final int MAX_NAME = 256;

    /** The length of all header fields of one part, in bytes. */
    static final int MAX_PART_HEAD = 8 * 1024;

    private FormLimits() {}

    static void checkName(String name) {
        if (name.length() > MAX_NAME) {
            throw FormDecoder.problem("", InputError.LENGTH, "has a name of more than " + MAX_NAME + " characters");
        }
    }
}
