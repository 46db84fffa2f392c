package io.jetalyst.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the language of a user, such as by a cookie that the language switch of a site sets. Without one, the language is that of the field
 * {@code Accept-Language}, which a browser sends. All texts of the framework are in the language that was chosen: messages about mistakes, also
 * those of constraints, problem documents, and the pages for errors and logins. The application binds one, and chooses the language of its own
 * texts by {@link io.jetalyst.filter.Context#languages}.
 *
 * <pre>{@code
 * App.builder().bind(Languages.class, Languages.fromCookie("lang", "en", "de"))
 * }</pre>
 *
 * <p>Responses of the framework that depend on the language have {@code Vary: Accept-Language, Cookie}, so an implementation uses no other header
 * field. It may use the path and the query.
 */
@FunctionalInterface
public interface Languages {
    /**
     * Returns the language of the user who sent this request; empty for those of {@code Accept-Language}. If the framework has no text in the
     * language, the text is in English. A locale without a language, such as {@link Locale#ROOT}, or whose tag (RFC 5646) has more than 35
     * characters, counts as empty.
     *
     * <p>It must not block: any thread calls it, several at one time, and often more than once for a request. If it throws, the framework logs
     * that at most once in a second, and the languages are those of {@code Accept-Language}.
     */
    Optional<Locale> of(Request request);

    /**
     * Chooses one of the languages of a site: the one that this cookie names, or else the one that {@code Accept-Language} prefers, or else the
     * first. Other values of the cookie have no effect.
     *
     * @param name the name of the cookie, whose value is one of the tags, in any case
     * @param tags the tags of the languages, such as {@code de} or {@code pt-BR} (RFC 5646)
     * @throws IllegalArgumentException if the name is no token, if there are no tags, or if one is malformed or has more than 35 characters
     */
    static Languages fromCookie(String name, String... tags) {
        return CookieLanguages.of(name, List.of(tags));
    }
}
