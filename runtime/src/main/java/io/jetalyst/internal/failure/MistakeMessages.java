package io.jetalyst.internal.failure;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The framework's messages about mistakes in the language of the client. The code has them in English. When they leave the framework, each is
 * looked up in {@code io/jetalyst/messages.properties}, whose keys translations have.
 *
 * <p>Translations are in {@code jetalyst-messages_de.properties}, {@code jetalyst-messages_pt_BR.properties} and so on at the root of the class
 * path, in UTF-8. A message without a translation of its key has that of its code, or else stays in English. The framework has German
 * translations, which those of the application replace one by one.
 */
final class MistakeMessages {
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
                .map(locale -> new Language(translations.texts(locale)))
                .orElseGet(() -> new Language(null));
    }

    private synchronized EnglishMessages english() {
        return english == null ? english = new EnglishMessages() : english;
    }

    /** The messages in one language. */
    final class Language {
        private final @Nullable Map<String, String> texts;

        /** @param texts the translations by their keys; {@code null} for English */
        private Language(@Nullable Map<String, String> texts) {
            this.texts = texts;
        }

        /** The mistakes with messages in this language. */
        List<InputError> translate(List<InputError> errors) {
            Map<String, String> translated = texts;
            return translated == null
                    ? errors
                    : errors.stream()
                            .map(error -> translated(error, translated))
                            .toList();
        }

        /**
         * The detail of a problem with these mistakes, which are translated.
         *
         * @param detail the same in English
         */
        String detail(List<InputError> translated, String detail) {
            if (texts == null) {
                return detail;
            }
            return translated.size() > 1
                    ? texts.getOrDefault("several", detail).replace("{0}", Integer.toString(translated.size()))
                    : sentence(translated.get(0));
        }

        /** The sentence about a mistake, which is translated. */
        String sentence(InputError error) {
            String subject = texts == null
                    ? null
                    : texts.get("subject." + error.in() + (error.name().isEmpty() ? "" : ".name"));
            return subject == null ? error.sentence() : error.sentence(subject.replace("{0}", error.name()));
        }
    }

    private InputError translated(InputError error, Map<String, String> texts) {
        String detail = message(error.detail(), error.code(), texts);
        return detail.equals(error.detail()) ? error : new InputError(error.in(), error.name(), error.code(), detail);
    }

    /** The message in another language; the same if it has no translation. */
    private String message(String text, String code, Map<String, String> texts) {
        Optional<EnglishMessages.Found> found = english().find(text);
        if (found.isEmpty()) {
            return text; // of a constraint, or of the application
        }
        String translation = texts.getOrDefault(found.get().key(), texts.getOrDefault(code, text));
        List<String> arguments = found.get().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            translation = translation.replace("{" + i + "}", message(arguments.get(i), "", texts));
        }
        return translation;
    }
}
