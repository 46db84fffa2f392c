package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mistake in the input of a request: a parameter that is missing or cannot be converted, or a member of a body. A problem lists all
 * mistakes of a request in its member {@code errors} (RFC 9457 §3).
 *
 * @param in the part of the request: {@code path}, {@code query}, {@code header}, {@code cookie}, {@code form} or {@code body}
 * @param name the name of the parameter, with the index of the value if the parameter is a list: {@code tags[2]} is the third one; for
 *     {@code body} the JSON pointer of the member (RFC 6901); empty for the body, the form or the query string as a whole
 * @param code a word for programs, such as {@code required}, {@code repeated} or {@code type}; for a violated constraint
 *     its simple name, such as {@code NotBlank}
 * @param detail what is wrong, to follow the name in a sentence: {@code must be a whole number}; or a sentence of its own. It never contains
 *     the value
 */
public record InputError(String in, String name, String code, String detail) {
    /** The part {@code in} of mistakes in a body. */
    public static final String BODY = "body";

    /** The part {@code in} of mistakes in the query string. */
    public static final String QUERY = "query";

    /** The part {@code in} of mistakes in the fields of a form. */
    public static final String FORM = "form";

    /** The code of a value that the request lacks. */
    public static final String REQUIRED = "required";

    /** The code of a value that is given more than once. */
    public static final String REPEATED = "repeated";

    /** The code of a value that cannot be converted to the type of its parameter. */
    public static final String TYPE = "type";

    /** The code of a value that refers to something which does not exist. */
    public static final String UNKNOWN = "unknown";

    /** The code of values that their record rejects. */
    public static final String INVALID = "invalid";

    /** The code of values or fields that are too many. */
    public static final String COUNT = "count";

    /** The code of a file, or of the name of a field, that is too long. */
    public static final String LENGTH = "length";

    /** The code of bytes that are not valid in their encoding: percent-encoding, UTF-8. */
    public static final String ENCODING = "encoding";

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]$");

    public InputError {
        requireNonNull(in);
        requireNonNull(name);
        requireNonNull(code);
        requireNonNull(detail);
    }

    /** A mistake in the body; the pointer is empty for the body as a whole. */
    public static InputError body(String pointer, String code, String detail) {
        return new InputError(BODY, pointer, code, detail);
    }

    /** The error of one value of a parameter that is a list: {@code tags[2]} for the index 2. */
    public static InputError atIndex(String in, String name, int index, String code, String detail) {
        return new InputError(in, name + "[" + index + "]", code, detail);
    }

    /** The name without the index of a value: {@code tags} for {@code tags[2]}. */
    public String field() {
        return index().isEmpty() ? name : name.substring(0, name.lastIndexOf('['));
    }

    /** The index of the value in its list, counted from 0: 2 for {@code tags[2]}; empty if the error is not one of a value in a list. */
    public OptionalInt index() {
        Matcher matcher = INDEX.matcher(name);
        return in.equals(BODY) || !matcher.find()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }

    /** Whether the error is of this field, or of one of its values. */
    public boolean isOf(String field) {
        return name.equals(field) || name.startsWith(field) && field().equals(field);
    }

    /** A sentence for people: {@code The query parameter "page" must be a whole number.} */
    public String sentence() {
        String subject;
        if (in.equals(BODY)) {
            subject = name.isEmpty() ? "The body" : "The member \"" + name + "\" of the body";
        } else if (name.isEmpty()) {
            subject = in.equals(QUERY) ? "The query string" : "The " + in;
        } else {
            subject = "The " + in + (in.equals(FORM) ? " field \"" : " parameter \"") + name + "\"";
        }
        return sentence(subject);
    }

    /** The sentence with another subject, such as one in another language. */
    public String sentence(String subject) {
        return detail.endsWith(".") ? subject + ": " + detail : subject + " " + detail + ".";
    }
}
