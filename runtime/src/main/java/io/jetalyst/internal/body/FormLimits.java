package io.jetalyst.internal.body;

/** The limits of forms, beside the number of bytes. */
final class FormLimits {
    /** The number of fields of a form, files included. */
    static final int MAX_FIELDS = 1_000;

    /** The length of a field's name, in characters. */
    static final int MAX_NAME = 256;

    /** The length of all header fields of one part, in bytes. */
    static final int MAX_PART_HEAD = 8 * 1024;

    /** The code of a name that is too long. */
    static final String TOO_LONG = "length";

    private FormLimits() {}

    static void checkName(String name) {
        if (name.length() > MAX_NAME) {
            throw FormDecoder.problem("", TOO_LONG, "has a name of more than " + MAX_NAME + " characters");
        }
    }
}
