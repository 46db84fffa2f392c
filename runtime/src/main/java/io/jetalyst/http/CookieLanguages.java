package io.jetalyst.http;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the language of a user from a cookie.
 *
 * @param name the name of the cookie
 * @param locales the languages of the site; the first is for clients that prefer none of them
 */
record CookieLanguages(String name, List<Locale> locales) implements Languages {
    static CookieLanguages of(String name, List<String> tags) {
        Cookie.expired(name); // rejects a name that no cookie can have
        if (tags.isEmpty()) {
            throw new IllegalArgumentException(
                    "fromCookie(\"" + name + "\") needs the tags of the languages, such as \"en\", \"de\"");
        }
        return new CookieLanguages(
                name, tags.stream().map(CookieLanguages::locale).toList());
    }

    private static Locale locale(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            AcceptLanguage.of(locale); // rejects a tag without a language, and a long one
            return locale;
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException(
                    "\"" + tag + "\" is no language tag, such as \"de\" or \"pt-BR\"", malformed);
        }
    }

    @Override
    public Optional<Locale> of(Request request) {
        Optional<Locale> chosen = request.cookie(name).flatMap(this::named);
        return chosen.isPresent() ? chosen : Optional.of(preferred(request));
    }

    private Optional<Locale> named(String tag) {
        return locales.stream()
                .filter(locale -> locale.toLanguageTag().equalsIgnoreCase(tag))
                .findFirst();
    }

    private Locale preferred(Request request) {
        return AcceptLanguage.of(request.headers()).best(locales).orElse(locales.get(0));
    }
}
