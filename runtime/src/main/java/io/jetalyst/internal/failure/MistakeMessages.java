package io.jetalyst.internal.failure;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import java.util.List;
import java.util.Locale;
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
public final class MistakeMessages {
    private final Translations translations = new Translations();
    /** Read when a client wants another language. */
    private @Nullable EnglishMessages english;

    /** The mistakes with messages in the language that the client prefers. */
    public List<InputError> translate(List<InputError> errors, AcceptLanguage languages) {
        Optional<Locale> locale = translations.best(languages);
        if (locale.isEmpty()) {
            return errors;
        }
        Map<String, String> texts = translations.texts(locale.get());
        return errors.stream().map(error -> translate(error, texts)).toList();
    }

    private InputError translate(InputError error, Map<String, String> texts) {
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

    private synchronized EnglishMessages english() {
        return english == null ? english = new EnglishMessages() : english;
    }

    /**
     * The detail of a problem with these mistakes, which are translated.
     *
     * @param detail the same in English
     */
    String detail(List<InputError> translated, String detail, AcceptLanguage languages) {
        Optional<Locale> locale = translations.best(languages);
        if (locale.isEmpty()) {
            return detail;
        }
        Map<String, String> texts = translations.texts(locale.get());
        if (translated.size() > 1) {
            return texts.getOrDefault("several", detail).replace("{0}", Integer.toString(translated.size()));
        }
        return sentence(translated.get(0), texts);
    }

    /** The sentence about a mistake, which is translated. */
    String sentence(InputError translated, AcceptLanguage languages) {
        Optional<Locale> locale = translations.best(languages);
        return locale.isEmpty() ? translated.sentence() : sentence(translated, translations.texts(locale.get()));
    }

    private static String sentence(InputError error, Map<String, String> texts) {
        String subject = texts.get("subject." + error.in() + (error.name().isEmpty() ? "" : ".name"));
        return subject == null ? error.sentence() : error.sentence(subject.replace("{0}", error.name()));
    }
}
