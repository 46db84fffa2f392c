package io.jetalyst.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entity tag (RFC 9110 §8.8.3): identifies one version of what a path serves, so that a client which has this version does not
 * receive it again.
 *
 * <pre>{@code
 * EntityTag tag = EntityTag.of("v17");
 * Response response = tag.isInIfNoneMatch(request.headers()) ? Response.of(Status.NOT_MODIFIED) : Response.bytes(type, bytes);
 * return response.header("ETag", tag.toString());
 * }</pre>
 *
 * @param value the characters between the quotes
 * @param weak whether versions with this tag are equivalent, rather than equal byte for byte
 */
public record EntityTag(String value, boolean weak) {
    private static final Pattern VALUE = Pattern.compile("[\\x21\\x23-\\x7E\\x80-\\xFF]*");
    private static final Pattern LIST_ITEM =
            Pattern.compile("[ \\t,]*(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*(?=,|$)");

    /** @throws IllegalArgumentException if the value has a character that an entity tag may not have, such as a quote or a blank */
    public EntityTag {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("an entity tag has no quotes, blanks or control characters: " + value);
        }
    }

    /** A strong tag of this value, given without quotes. */
    public static EntityTag of(String value) {
        return new EntityTag(value, false);
    }

    /**
     * Whether the {@code If-None-Match} field of a request names this tag, which is then the tag of the version that the client has: the
     * answer to {@code GET} and {@code HEAD} is 304 (RFC 9110 §13.1.2). The field may have several lines, each with a list of tags;
     * {@code *} names every tag. The comparison is weak, because a proxy that compresses a response makes its tag weak. Tags after a
     * syntax error in the field do not count.
     */
    public boolean isInIfNoneMatch(Headers headers) {
        List<String> lines = headers.all("If-None-Match");
        return lines.stream().anyMatch(line -> line.strip().equals("*") || isListed(line));
    }

    private boolean isListed(String line) {
        Matcher item = LIST_ITEM.matcher(line);
        for (int at = 0; item.region(at, line.length()).lookingAt(); at = item.end()) {
            if (item.group(1).equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** The tag as the {@code ETag} field has it: {@code "v17"}, or {@code W/"v17"} if it is weak. */
    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + value + '"';
    }
}
