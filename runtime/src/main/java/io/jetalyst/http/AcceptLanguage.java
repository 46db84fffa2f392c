package io.jetalyst.http;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The languages that a client prefers (RFC 9110 §12.5.4). The field is parsed when {@link #best} is called.
 *
 * <pre>{@code
 * Locale locale = context.languages()
 *         .best(List.of(Locale.ENGLISH, Locale.GERMAN))
 *         .orElse(Locale.ENGLISH);
 * }</pre>
 *
 * <p>A response that depends on the field says so with {@link Response#vary Vary: Accept-Language}.
 */
public final class AcceptLanguage {
    /** The number of characters of a field; a longer one is ignored. Browsers send fewer than 100. */
    private static final int MAX_LENGTH = 500;

    private static final int MAX_PROBED = 10;

    /** The number of characters of a tag that every implementation accepts (RFC 5646 §4.4.1). */
    private static final int MAX_TAG = 35;

    private final Headers headers;
    /** The only language; {@code null} for those of the field. */
    private final @Nullable LanguageRange chosen;

    private AcceptLanguage(Headers headers, @Nullable LanguageRange chosen) {
        this.headers = headers;
        this.chosen = chosen;
    }

    /** The languages of a request. {@link io.jetalyst.filter.Context#languages} has the one that the application has chosen for the user, too. */
    public static AcceptLanguage of(Headers headers) {
        return new AcceptLanguage(headers, null);
    }

    /**
     * This language alone, such as the one that a user has chosen.
     *
     * @throws IllegalArgumentException if the locale has no language, or its tag has more than 35 characters (RFC 5646 §4.4.1)
     */
    public static AcceptLanguage of(Locale chosen) {
        String tag = chosen.toLanguageTag();
        if (chosen.getLanguage().isEmpty() || tag.length() > MAX_TAG) {
            throw new IllegalArgumentException(
                    "a locale needs a language, and a tag of at most " + MAX_TAG + " characters");
        }
        return new AcceptLanguage(Headers.of(Map.of()), new LanguageRange(tag));
    }

    /**
     * Returns the locale that the client prefers. For {@code de-AT} that is also {@code de} (RFC 4647 §3.4). Empty if none of them is
     * acceptable, or if the request has no such field or a malformed one.
     *
     * @param available the locales that the application has
     */
    public Optional<Locale> best(Collection<Locale> available) {
        return Optional.ofNullable(Locale.lookup(ranges(), available));
    }

    /**
     * Returns the locale that the client prefers, as {@link #best(Collection)} does, without a list of the locales that the application
     * has. Only the first ten languages of the client count.
     *
     * @param isAvailable whether the application has this locale. The client chooses the locales that are tested
     */
    public Optional<Locale> best(Predicate<Locale> isAvailable) {
        for (LanguageRange range : ranges().stream().limit(MAX_PROBED).toList()) {
            for (String tag = range.getRange(); !tag.isEmpty(); tag = shorter(tag)) {
                Locale locale = Locale.forLanguageTag(tag);
                if (isAvailable.test(locale)) {
                    return Optional.of(locale);
                }
            }
        }
        return Optional.empty();
    }

    /** The range without its last part, and without a single letter before that (RFC 4647 §3.4). */
    private static String shorter(String tag) {
        int end = tag.lastIndexOf('-');
        if (end < 0) {
            return "";
        }
        return tag.substring(0, end > 2 && tag.charAt(end - 2) == '-' ? end - 2 : end);
    }

    /** The languages of the client, the preferred ones first. */
    private List<LanguageRange> ranges() {
        if (chosen != null) {
            return List.of(chosen);
        }
        String field = String.join(",", headers.all("Accept-Language"));
        if (field.isBlank() || field.length() > MAX_LENGTH) {
            return List.of();
        }
        try {
            return LanguageRange.parse(field).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
