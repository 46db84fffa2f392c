package io.jetalyst.internal.failure;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.Languages;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.log.RepeatedLine;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the languages of all texts that the framework sends to a client: the one that the application chooses, or those of {@code Accept-Language}. */
public final class RequestLanguages {
    /** The application chooses none. */
    public static final RequestLanguages OF_CLIENT = new RequestLanguages(null);

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.failures");

    private final @Nullable Languages chosen;
    private final RepeatedLine failed = new RepeatedLine();

    /** @param chosen those that the application has bound; {@code null} if it has bound none */
    public RequestLanguages(@Nullable Languages chosen) {
        this.chosen = chosen;
    }

    /** The languages of the client that sent this request. Never fails. */
    public AcceptLanguage of(Request request) {
        AcceptLanguage own = chosen == null ? null : choose(chosen, request);
        return own == null ? AcceptLanguage.of(request.headers()) : own;
    }

    /** The response, whose texts depend on the languages of the client, with the fields that the application reads for them. */
    Response vary(Response response) {
        return chosen == null ? response : response.vary("Cookie");
    }

    private @Nullable AcceptLanguage choose(Languages languages, Request request) {
        try {
            Optional<Locale> locale = languages.of(request);
            return locale.isEmpty() ? null : only(locale.get());
        } catch (RuntimeException | StackOverflowError e) {
            failed.write(more -> LOG.error("The language of a client could not be chosen{}", more, e));
            return null;
        }
    }

    /** The client may have sent the name of the locale, so one that is no language is no failure. */
    private static @Nullable AcceptLanguage only(Locale locale) {
        try {
            return AcceptLanguage.of(locale);
        } catch (IllegalArgumentException noLanguage) {
            return null;
        }
    }
}
