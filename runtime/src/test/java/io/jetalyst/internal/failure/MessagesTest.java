package io.jetalyst.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.json.Expected;
import io.jetalyst.http.PercentEncoding;
import io.jetalyst.support.Converter;
import io.jetalyst.support.Converters;
import io.jetalyst.support.InvalidText;
import io.jetalyst.support.TimeConverters;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    /** The messages of all converters, and of all codecs. */
    static Stream<String> messages() throws Exception {
        Stream.Builder<String> messages = Stream.builder();
        for (Class<?> type : List.of(Converters.class, TimeConverters.class)) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Converter.class) {
                    field.setAccessible(true);
                    message((Converter<?>) field.get(null)).ifPresent(messages::add);
                }
            }
        }
        for (Field field : Expected.class.getDeclaredFields()) {
            field.setAccessible(true);
            messages.add((String) field.get(null));
        }
        return messages.build();
    }

    private static Optional<String> message(Converter<?> converter) throws Exception {
        try {
            converter.convert("no value of any type \u0000");
            return Optional.empty(); // of a text
        } catch (InvalidText invalid) {
            return Optional.ofNullable(invalid.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    @ValueSource(
            strings = {
                "must be between -128 and 127",
                "must be one of SMALL, LARGE",
                "must be one of: cat, dog",
                "must be a string, one of: cat, dog",
                "has 2 files instead of one",
                "is longer than 10 bytes",
                "has more than 1000 fields"
            })
    void hasKeyOfEachMessage(String message) {
        assertTrue(new EnglishMessages().find(message).isPresent(), message);
    }

    @Test
    void findsArguments() {
        assertEquals(
                Optional.of(new EnglishMessages.Found("type.one-of", List.of("A, B and C"))),
                new EnglishMessages().find("must be one of A, B and C"));
        assertEquals(
                Optional.of(new EnglishMessages.Found("kind", List.of("A"))),
                new EnglishMessages().find("must be one of: A"));
        assertEquals(
                List.of(PercentEncoding.mistake("%zz")),
                new EnglishMessages()
                        .find("has a name that is not valid percent-encoded UTF-8")
                        .orElseThrow()
                        .arguments());
        assertFalse(new EnglishMessages().find("must not be blank").isPresent());
    }

    @Test
    void germanHasEachMessageWithItsArguments() {
        Map<String, String> english = Translations.builtIn("");
        Map<String, String> german = Translations.builtIn("_de");

        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(german.keySet()));
        english.forEach((key, text) -> assertEquals(arguments(text), arguments(german.getOrDefault(key, "")), key));
    }

    @Test
    void codeHasEachDetailOfAProblem() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        Map<String, String> english = Translations.builtIn("");
        List<String> details = english.keySet().stream()
                .filter(key -> key.startsWith("problem."))
                .map(english::get)
                .toList();
        assertFalse(details.isEmpty());
        for (String detail : details) {
            for (String part : ARGUMENT.split(detail)) {
                assertTrue(code.indexOf(part) >= 0, detail);
            }
        }
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
