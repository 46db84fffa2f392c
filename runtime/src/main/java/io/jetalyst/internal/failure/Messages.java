package io.jetalyst.internal.failure;

import io.jetalyst.http.AcceptLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The framework's messages in the language of the client: those about mistakes, and those of pages. The code has them in English. When a
 * message leaves the framework, it is looked up in {@code io/jetalyst/messages.properties}, whose keys translations have.
 *
 * <p>Translations are in {@code jetalyst-messages_de.properties}, {@code jetalyst-messages_pt_BR.properties} and so on at the root of the class
 * path, in UTF-8. A message without a translation of its key has that of its code, or else stays in English. The framework has German
 * translations, which those of the application replace one by one.
 */
final class Messages {
    private final Translations translations = new Translations();
    /** Read when a client wants another language. */
    private @Nullable EnglishMessages english;

    /**
     * The messages in the language that the client prefers. One request looks the language up once, however many mistakes it has, because
     * that may search the class path.
     */
    Language in(AcceptLanguage languages) {
        return translations
                .best(languages)
                .map(locale -> new Language(locale, translations.texts(locale), english()))
                .orElse(Language.ENGLISH);
    }

    private synchronized EnglishMessages english() {
        return english == null ? english = new EnglishMessages() : english;
    }
}
