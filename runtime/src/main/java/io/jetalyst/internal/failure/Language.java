package io.jetalyst.internal.failure;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Status;
import io.jetalyst.view.PageTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The framework's messages in one language. A text without a translation stays in English. */
final class Language implements PageTexts {
    static final Language ENGLISH = new Language(Locale.ENGLISH, Map.of(), null);

    private final Locale locale;
    private final Map<String, String> texts;
    /** Finds the keys of messages; {@code null} for English. */
    private final @Nullable EnglishMessages english;

    /** @param texts the translations by their keys */
    Language(Locale locale, Map<String, String> texts, @Nullable EnglishMessages english) {
        this.locale = locale;
        this.texts = texts;
        this.english = english;
    }

    @Override
    public String language() {
        return locale.toLanguageTag();
    }

    @Override
    public String text(String key, String inEnglish) {
        return texts.getOrDefault(key, inEnglish);
    }

    /** The code and the name of a status. */
    String title(Status status) {
        return status.code() + " " + text("title." + status.code(), status.reason());
    }

    /** A problem for a page: also its detail is in this language, unless the application has written it. */
    HttpProblem translate(HttpProblem problem) {
        List<InputError> errors = translate(problem.errors());
        return problem.with(
                errors, errors.isEmpty() ? message(problem.detail(), "") : detail(errors, problem.detail()));
    }

    /** The mistakes with messages in this language. */
    List<InputError> translate(List<InputError> errors) {
        return errors.stream().map(this::translate).toList();
    }

    private InputError translate(InputError error) {
        String detail = message(error.detail(), error.code());
        return detail.equals(error.detail()) ? error : new InputError(error.in(), error.name(), error.code(), detail);
    }

    /**
     * The detail of a problem with these mistakes, which are translated.
     *
     * @param detail the same in English
     */
    String detail(List<InputError> translated, String detail) {
        if (english == null) {
            return detail;
        }
        return translated.size() > 1
                ? text("several", detail).replace("{0}", Integer.toString(translated.size()))
                : sentence(translated.get(0));
    }

    /** The sentence about a mistake, which is translated. */
    String sentence(InputError error) {
        String subject = texts.get("subject." + error.in() + (error.name().isEmpty() ? "" : ".name"));
        return subject == null ? error.sentence() : error.sentence(subject.replace("{0}", error.name()));
    }

    /** The message in this language: the translation of its key, or else of its code. */
    private String message(String text, String code) {
        Optional<EnglishMessages.Found> found = english == null ? Optional.empty() : english.find(text);
        if (found.isEmpty()) {
            return text; // of a constraint, or of the application
        }
        String translation = text(found.get().key(), text(code, text));
        List<String> arguments = found.get().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            translation = translation.replace("{" + i + "}", message(arguments.get(i), ""));
        }
        return translation;
    }
}
