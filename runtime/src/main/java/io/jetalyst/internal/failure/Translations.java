package io.jetalyst.internal.failure;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.login.Attempts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The translations of messages: those of the framework, and those of the application. Each locale is read once, when a client wants it. */
final class Translations {
    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    /** The number of locales without texts that are remembered, besides the languages of ISO 639. */
    private static final int MAX_MISSING = 1_000;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final ClassLoader loader;
    /** Limits the searches of the class path for locales that clients may have invented: any number of dialects. */
    private final Attempts searches;
    /** The texts of each locale by their keys. They are empty for a locale that the application does not have. */
    private final Map<Locale, Map<String, String>> texts = new ConcurrentHashMap<>();

    /** The class loader of the calling thread finds those of the application. */
    Translations() {
        this(Thread.currentThread().getContextClassLoader(), new Attempts(100, Duration.ofMillis(100)));
    }

    /**
     * @param loader finds the texts of the application; {@code null} for the one of the system
     * @param searches the searches for other locales than the languages of ISO 639, each of which is searched for once
     */
    Translations(@Nullable ClassLoader loader, Attempts searches) {
        this.loader = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        this.searches = searches;
    }

    /** The language that the client prefers; empty for English without changes. */
    Optional<Locale> best(AcceptLanguage languages) {
        return languages
                .best(locale -> locale.equals(Locale.ENGLISH) || !own(locale).isEmpty())
                .filter(locale -> !own(locale).isEmpty());
    }

    /** The texts in this language, and, for those that a dialect lacks, in the language of the dialect. */
    Map<String, String> texts(Locale locale) {
        Map<String, String> all = new HashMap<>(own(Locale.forLanguageTag(locale.getLanguage())));
        all.putAll(own(locale));
        return all;
    }

    /** The texts of exactly this locale; none while clients name more locales than may be searched for. */
    private Map<String, String> own(Locale locale) {
        Map<String, String> known = texts.get(locale);
        if (known != null) {
            return known;
        }
        if (!isLanguage(locale) && searches.take("") > 0) {
            return Map.of();
        }
        Map<String, String> read = new HashMap<>(builtIn("_" + locale));
        read.putAll(read(loader.getResource("jetalyst-messages_" + locale + ".properties")));
        if (texts.size() >= MAX_MISSING) {
            texts.entrySet().removeIf(entry -> entry.getValue().isEmpty() && !isLanguage(entry.getKey()));
        }
        texts.put(locale, read);
        return read;
    }

    /** Whether this is a language of ISO 639-1 without a country: there are fewer than 200. */
    private static boolean isLanguage(Locale locale) {
        return LANGUAGES.contains(locale.toString());
    }

    /** The texts of the framework; none if it has none in this language. */
    static Map<String, String> builtIn(String suffix) {
        return read(Translations.class.getResource("/io/jetalyst/messages" + suffix + ".properties"));
    }

    private static Map<String, String> read(@Nullable URL url) {
        if (url == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false); // a JAR file may be replaced
            try (InputStream in = connection.getInputStream()) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The messages of {} cannot be read", url, e);
        }
        Map<String, String> read = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
        return read;
    }
}
