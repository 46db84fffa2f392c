package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Messages for the page that the browser shows next, usually after a redirect: {@code The article was saved.} A response sets them, and the
 * first page that takes a parameter of this type shows them and removes them from the browser. Immutable.
 *
 * <pre>{@code
 * @Post("/articles")
 * Response create(@Params NewArticle article) {
 *     articles.add(article);
 *     return Response.seeOther("/articles").flash("The article was saved.");
 * }
 *
 * @Get("/articles")
 * View list(Flash flash) {
 *     return JteViews.view(templates.articles(articles.all(), flash));
 * }
 * }</pre>
 *
 * <p>The messages are in a cookie of the browser, named {@link #COOKIE}. It is {@code HttpOnly} and {@code SameSite=Lax}, for all paths of
 * this host, and expires after one minute. Over HTTPS it is {@code Secure}, and its name begins with {@code __Host-}, so that no other host can
 * set it. Users can read and change their own cookies. A message therefore has no secret, the view escapes it, and the application never
 * takes it for a decision. If a user opens another page of the application at that moment, the message may appear there.
 */
public final class Flash {
    /** The name of the cookie; over HTTPS after {@code __Host-}. */
    public static final String COOKIE = "jetalyst-flash";

    /** Browsers ignore longer cookies, and servers reject requests whose header is too long. */
    private static final int MAX_ENCODED = 3000;

    private static final String MESSAGE = "message";
    private static final Flash NONE = new Flash(Map.of());

    private final Map<String, String> texts;

    private Flash(Map<String, String> texts) {
        this.texts = Collections.unmodifiableMap(texts);
    }

    /** No message. */
    public static Flash none() {
        return NONE;
    }

    /** One message, named {@code message}. */
    public static Flash of(String text) {
        return of(MESSAGE, text);
    }

    /** One message of a kind that the page distinguishes, such as {@code error}. */
    public static Flash of(String name, String text) {
        return NONE.and(name, text);
    }

    /** These messages and one more, in place of one of the same name. */
    public Flash and(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(requireNonNull(name), requireNonNull(text));
        return new Flash(more);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The message of {@link #of(String)}. */
    public Optional<String> text() {
        return text(MESSAGE);
    }

    /** The message of this name. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** The names of all messages, in the order in which they were added. */
    public Set<String> names() {
        return texts.keySet();
    }

    /**
     * The messages as the value of a cookie.
     *
     * @throws IllegalArgumentException if the value has more than 3,000 characters, which is enough for about 2,200 letters of ASCII, or 700
     *     of Chinese
     */
    public String encode() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        List<String> words = new ArrayList<>();
        texts.forEach((name, text) -> {
            words.add(base64.encodeToString(name.getBytes(StandardCharsets.UTF_8)));
            words.add(base64.encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        });
        String encoded = String.join(".", words);
        if (encoded.length() > MAX_ENCODED) {
            throw new IllegalArgumentException("the flash messages are too long for a cookie: encoded they have "
                    + encoded.length() + " characters, and at most " + MAX_ENCODED + " fit");
        }
        return encoded;
    }

    /** The messages of a cookie; none if the value is not one of {@link #encode}. */
    public static Flash decode(String cookie) {
        String[] words = cookie.split("\\.", -1);
        if (cookie.length() > MAX_ENCODED || words.length % 2 != 0) {
            return NONE;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (int i = 0; i < words.length; i += 2) {
                texts.put(decoded(words[i]), decoded(words[i + 1]));
            }
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return NONE;
        }
        return new Flash(texts);
    }

    private static String decoded(String word) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(word)))
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flash flash && texts.equals(flash.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
