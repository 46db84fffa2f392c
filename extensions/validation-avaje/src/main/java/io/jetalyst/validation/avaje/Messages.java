package io.jetalyst.validation.avaje;

import io.jetalyst.http.AcceptLanguage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The languages of messages, and the messages besides those of avaje-validator. */
final class Messages {
    /** The languages that avaje-validator has messages in. */
    private static final List<Locale> LOCALES = Arrays.stream(
                    "en de es fa fr hu it ja ko nl pl pt ro sk tr uk zh zh-CN zh-TW".split(" "))
            .map(Locale::forLanguageTag)
            .toList();

    private static final String OF_APPLICATION = "ValidationMessages";

    List<Locale> locales() {
        return LOCALES;
    }

    /** The language for a client, which is English if none of its languages is available. */
    Locale best(AcceptLanguage languages) {
        return languages.best(LOCALES).orElse(Locale.ENGLISH);
    }

    /** The application's bundle in each language, if it has one, and then English messages that continue a sentence. */
    ResourceBundle[] bundles() {
        List<ResourceBundle> bundles = new ArrayList<>();
        LOCALES.forEach(locale -> ofApplication(locale).ifPresent(bundles::add));
        bundles.add(ResourceBundle.getBundle("io.jetalyst.validation.avaje.Messages", Locale.ENGLISH));
        return bundles.toArray(ResourceBundle[]::new);
    }

    private static Optional<ResourceBundle> ofApplication(Locale locale) {
        try {
            ResourceBundle found = ResourceBundle.getBundle(
                    OF_APPLICATION, locale, Thread.currentThread().getContextClassLoader());
            String language = found.getLocale().getLanguage();
            return language.isEmpty() || language.equals(locale.getLanguage())
                    ? Optional.of(new Localized(found, locale))
                    : Optional.empty(); // the one of the system's language
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /** A bundle for a locale, which may have fallen back to the base bundle. */
    private static final class Localized extends ResourceBundle {
        private final ResourceBundle messages;
        private final Locale locale;

        Localized(ResourceBundle messages, Locale locale) {
            this.messages = messages;
            this.locale = locale;
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return messages.containsKey(key) ? messages.getObject(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return messages.getKeys();
        }
    }
}
