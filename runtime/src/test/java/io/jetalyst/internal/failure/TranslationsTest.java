package io.jetalyst.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.login.Attempts;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationsTest {
    private static final int SEARCHES = 50;

    @TempDir
    private Path classes;

    private Searched loader;
    private Translations translations;

    /** A class path of one directory, which records what it is searched for. */
    private static final class Searched extends URLClassLoader {
        private final List<String> names = new ArrayList<>();

        Searched(Path classes) throws MalformedURLException {
            super(new URL[] {classes.toUri().toURL()}, null);
        }

        @Override
        public URL getResource(String name) {
            names.add(name);
            return super.getResource(name);
        }
    }

    @BeforeEach
    void start() throws Exception {
        for (String locale : List.of("nl", "pt_BR", "fil")) {
            Files.writeString(classes.resolve("jetalyst-messages_" + locale + ".properties"), "type.int=" + locale);
        }
        loader = new Searched(classes);
        translations = new Translations(loader, new Attempts(SEARCHES, Duration.ofDays(1)));
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    private Optional<Locale> best(String field) {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept-Language", List.of(field))))
                .build();
        return translations.best(AcceptLanguage.of(request.headers()));
    }

    /** Ten invented languages in each of many requests: {@code xa-aa}, {@code xa-ab} and so on. */
    private void invent() {
        for (int i = 0; i < 2_000; i++) {
            int first = i * 10;
            assertEquals(
                    Optional.empty(),
                    best(IntStream.range(first, first + 10)
                            .mapToObj(number -> "x" + letters(number, 2) + "-" + letters(number / 26 / 26, 2))
                            .collect(Collectors.joining(","))));
        }
    }

    private static String letters(int number, int length) {
        return length == 0 ? "" : (char) ('a' + number % 26) + letters(number / 26, length - 1);
    }

    @Test
    void findsLanguagesAndDialects() {
        assertEquals(Optional.of(Locale.forLanguageTag("nl")), best("nl-BE"));
        assertEquals(Optional.of(Locale.forLanguageTag("pt-BR")), best("pt-BR, nl"));
        assertEquals(Optional.of(Locale.forLanguageTag("fil")), best("fil-PH"));
        assertEquals(Optional.of(Locale.GERMAN), best("de-AT"), "of the framework");
        assertEquals(Optional.empty(), best("en, nl"));
    }

    @Test
    void limitsSearchesForInventedLanguages() {
        invent();
        int most = SEARCHES + Locale.getISOLanguages().length;
        assertTrue(loader.names.size() <= most, loader.names.size() + " searches");
    }

    @Test
    void findsLanguagesWhileClientsInventOthers() {
        best("pt-BR");
        best("fil");
        invent();
        assertEquals(Optional.of(Locale.forLanguageTag("pt-BR")), best("pt-BR"), "it is known");
        assertEquals(Optional.of(Locale.forLanguageTag("fil")), best("fil"), "it is known");
        assertEquals(
                Optional.of(Locale.forLanguageTag("nl")),
                best("nl-BE"),
                "a language of ISO 639 is always searched for");
    }

    @Test
    void searchesOnceForEachLanguage() {
        for (int i = 0; i < 3; i++) {
            best("ja, fr");
        }
        assertEquals(List.of("jetalyst-messages_ja.properties", "jetalyst-messages_fr.properties"), loader.names);
    }
}
