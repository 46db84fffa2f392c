package io.jetalyst.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entity tag (RFC 9110 §8.8.3): identifies one version of what a path serves, so that a client which has this version does not
 * receive it again.
 *
 * <pre>{@code
 * return Response.bytes(type, bytes).etag(EntityTag.of("v17"));   // 304 for a client that has v17
 * }</pre>
 *
 * @param value the characters between the quotes
 * @param weak whether versions with this tag are equivalent, rather than equal byte for byte
 */
public record EntityTag(String value, boolean weak) {
    private static final Pattern VALUE = Pattern.compile("[\\x21\\x23-\\x7E\\x80-\\xFF]*");
    /** Between the value of a tag and the content coding. A value of an application seldom has two hyphens and the name of a coding. */
    private static final Pattern CODED = Pattern.compile("(.*)--(?:gzip|br)");

    private static final Pattern LIST_ITEM =
            Pattern.compile("[ \\t,]*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*(?=,|$)");

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

    /** A strong tag made of a content, so that equal contents have the same tag on every machine (SHA-256, shortened to 128 bits). */
    public static EntityTag ofContent(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return of(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The tag of the same version in this content coding: {@code "v17--gzip"}, because its bytes are others (RFC 9110 §8.8.3.3). */
    public EntityTag coded(String coding) {
        return new EntityTag(value + "--" + coding, weak);
    }

    /**
     * Whether the {@code If-None-Match} field of a request names this tag, which is then the tag of the version that the client has: the
     * answer to {@code GET} and {@code HEAD} is 304 (RFC 9110 §13.1.2). The field may have several lines, each with a list of tags;
     * {@code *} names every tag. The comparison is weak, because a proxy that compresses a response makes its tag weak. A client that has
     * the version in a content coding names its tag {@link #coded so}. Tags after a syntax error in the field are ignored.
     */
    public boolean isInIfNoneMatch(Headers headers) {
        return isIn(headers, "If-None-Match", tag -> isVersion(tag.value));
    }

    /**
     * Whether the {@code If-Match} field of a request names this tag, so that the client has seen the current version (RFC 9110 §13.1.1).
     * The comparison is strong: a weak tag is equal to none. A client that has seen the version in a content coding names its tag
     * {@link #coded so}.
     */
    public boolean isInIfMatch(Headers headers) {
        return isIn(headers, "If-Match", tag -> !weak && !tag.weak && isVersion(tag.value));
    }

    private boolean isVersion(String other) {
        if (other.equals(value)) {
            return true;
        }
        Matcher coded = CODED.matcher(other);
        return coded.matches() && coded.group(1).equals(value);
    }

    /** Whether both tags are strong and have the same value, which is the strong comparison of RFC 9110 §8.8.3.2. */
    public boolean isSame(EntityTag other) {
        return !weak && !other.weak && value.equals(other.value);
    }

    /** Parses a tag as the {@code ETag} field has it; empty if it is malformed. */
    public static Optional<EntityTag> parse(String text) {
        Matcher item = LIST_ITEM.matcher(text);
        return item.matches() ? Optional.of(tag(item)) : Optional.empty();
    }

    private static boolean isIn(Headers headers, String name, Predicate<EntityTag> isEqual) {
        return headers.all(name).stream().anyMatch(line -> line.strip().equals("*") || isListed(line, isEqual));
    }

    private static boolean isListed(String line, Predicate<EntityTag> isEqual) {
        Matcher item = LIST_ITEM.matcher(line);
        for (int at = 0; item.region(at, line.length()).lookingAt(); at = item.end()) {
            if (isEqual.test(tag(item))) {
                return true;
            }
        }
        return false;
    }

    private static EntityTag tag(Matcher item) {
        return new EntityTag(item.group(2), item.group(1) != null);
    }

    /** The tag as the {@code ETag} field has it: {@code "v17"}, or {@code W/"v17"} if it is weak. */
    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + value + '"';
    }
}
