package io.jetalyst.testkit.tests.locale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads every source of the project that is no test, and rejects calls that depend on the default locale or the default charset. In Turkish, the
 * lower case of {@code I} has no dot, and in Arabic, {@code %d} writes other digits.
 */
class DefaultLocaleTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** The only conversions of {@code formatted} that mean the same in all locales are {@code %s}, {@code %n} and {@code %%}. */
    private static final Pattern CALL = Pattern.compile("\\.to(?:Lower|Upper)Case\\(\\)"
            + "|::to(?:Lower|Upper)Case"
            + "|String\\.format\\((?!\\s*Locale\\.)"
            + "|::formatted"
            + "|(?<!\")\\.formatted\\("
            + "|(?<!%)%(?![sn%]|\\d+\\$s)[^\"]*\"(?:\"\")?\\s*\\.formatted\\("
            + "|\\.printf\\((?!\\s*Locale\\.)"
            + "|DateTimeFormatter\\.(?:ofPattern\\(\"[^\"]*\"\\)|ofLocalized)"
            + "|(?<!salt\\))\\.getBytes\\(\\)" // the bytes of a hash have no charset
            + "|Locale\\.getDefault\\(|Charset\\.defaultCharset\\("
            + "|Collator\\.getInstance\\(\\)|(?:Number|Decimal|SimpleDate|Message)Format\\b[ (.]");

    @Test
    void dependsOnNoDefaultLocale() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            for (String place : places(Files.readString(file))) {
                found.add(ROOT.relativize(file).toString().replace('\\', '/') + ":" + place);
            }
        }
        assertTrue(found.isEmpty(), () -> found.size() + " places:\n" + String.join("\n", found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name.toLowerCase();",
                "map(String::toUpperCase)",
                "String.format(\"%d\", 1);",
                "String.format(\n    \"%s\", 1);",
                "\"%s of %d\".formatted(1, 2);",
                "\"\"\"\n    width=%1$d name=%2$s\n    \"\"\".formatted(1, 2);",
                "pattern.formatted(1);",
                "DateTimeFormatter.ofPattern(\"dd MMM\")",
                "text.getBytes()",
                "out.printf(\"%d\", 1)"
            })
    void findsCalls(String source) {
        assertEquals(1, places(source).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name.toLowerCase(Locale.ROOT);",
                "String.format(Locale.ROOT, \"%d\", 1);",
                "String.format(\n    Locale.ROOT, \"%d\", 1);",
                "\"%s of 100%%\".formatted(1);",
                "\"\"\"\n    %1$s\n    \"\"\".formatted(1);",
                "DateTimeFormatter.ofPattern(\"dd MMM\", Locale.ENGLISH)",
                "text.getBytes(UTF_8)",
                "NumberFormatException e"
            })
    void acceptsCallsWithALocale(String source) {
        assertEquals(List.of(), places(source));
    }

    private static List<String> places(String source) {
        return CALL.matcher(source)
                .results()
                .map(call -> source.substring(0, call.start()).lines().count() + ": " + call.group())
                .toList();
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = !folder.equals(ROOT)
                        && (name.startsWith(".")
                                || List.of("target", "benchmarks").contains(name));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = ROOT.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".java") && path.contains("src/main/")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
