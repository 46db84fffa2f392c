package io.jetalyst.codec;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a codec rejected a body, in the form in which a problem document lists it (RFC 9457).
 *
 * <p>The client receives every component. Neither the code nor the detail names a class or repeats a value of the body.
 *
 * <pre>{@code
 * BodyFault.of("/items/2/name", BodyFault.REQUIRED, "is missing");
 * BodyFault.syntax(body, 39, "lacks a comma or a closing brace");
 * }</pre>
 *
 * @param pointer where the fault is, as a JSON pointer (RFC 6901): the empty string is the whole body. {@code null} if the body does not follow the grammar
 * @param code a short word for programs, one of the constants of this class
 * @param detail what is wrong, to follow the name of the member or "The body" in a sentence: {@code must be a string}
 * @param line the line of the fault from 1 on, or 0 if the fault has a pointer
 * @param column the column of the fault in characters (code points) from 1 on, or 0 if the fault has a pointer
 */
public record BodyFault(@Nullable String pointer, String code, String detail, int line, int column) {
    /** The body does not follow the grammar of JSON (RFC 8259), or is not UTF-8. */
    public static final String SYNTAX = "syntax";
    /** A required member is missing, or {@code null}. */
    public static final String REQUIRED = "required";
    /** The value is of another JSON type, or its text does not have the expected form. */
    public static final String TYPE = "type";
    /** The type of the body rejected the value. */
    public static final String INVALID = "invalid";
    /** The member is unknown, and the application rejects unknown members. */
    public static final String UNKNOWN = "unknown";
    /** The object contains the member twice. */
    public static final String DUPLICATE = "duplicate";
    /** The discriminator names no kind of the sealed type. */
    public static final String KIND = "kind";
    /** The body exceeds a limit, such as that of the nesting depth. */
    public static final String LIMIT = "limit";

    /** Returns a fault of the value at this JSON pointer. */
    public static BodyFault of(String pointer, String code, String detail) {
        return new BodyFault(pointer, code, detail, 0, 0);
    }

    /**
     * Returns a fault of the grammar.
     *
     * @param body the body in UTF-8
     * @param offset the index of the byte that the grammar does not allow, or the length of the body if it ends too early
     */
    public static BodyFault syntax(byte[] body, int offset, String detail) {
        return at(body, offset, SYNTAX, detail);
    }

    /** Returns a fault of a body that exceeds a limit at the byte with this index. */
    public static BodyFault limit(byte[] body, int offset, String detail) {
        return at(body, offset, LIMIT, detail);
    }

    private static BodyFault at(byte[] body, int offset, String code, String detail) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < Math.min(offset, body.length); at++) {
            if (body[at] == '\n') {
                line++;
                column = 1;
            } else if ((body[at] & 0xC0) != 0x80) { // the bytes that continue a character are no column of their own
                column++;
            }
        }
        return new BodyFault(null, code, detail, line, column);
    }

    /** Returns the JSON pointer with this member or index appended, escaped as RFC 6901 §3 demands. */
    public static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the place and the detail as one sentence, for logs. */
    @Override
    public String toString() {
        return pointer == null
                ? "The body " + detail + " (line " + line + ", column " + column + ")."
                : (pointer.isEmpty() ? "The body " : pointer + " ") + detail + ".";
    }
}
