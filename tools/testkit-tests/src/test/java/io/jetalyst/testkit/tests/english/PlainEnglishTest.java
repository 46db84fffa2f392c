package io.jetalyst.testkit.tests.english;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads every page, every comment and every test name of the project, and rejects the words that {@link Rule} lists. */
class PlainEnglishTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void usesTheVocabularyOfTheField() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            List<Prose> prose = file.toString().endsWith(".md") ? List.of(Prose.ofPage(text)) : Prose.ofSource(text);
            String name = ROOT.relativize(file).toString().replace('\\', '/');
            violations(prose).forEach(violation -> found.add(name + ":" + violation));
        }
        assertTrue(found.isEmpty(), () -> found.size() + " places:\n" + String.join("\n", found));
    }

    /** Returns all pages and sources, except generated files and hidden folders. */
    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = !folder.equals(ROOT)
                        && (name.equals("target") || name.equals("node_modules") || name.startsWith("."));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java") || name.endsWith(".md")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static List<String> violations(List<Prose> prose) {
        return prose.stream()
                .flatMap(part -> Rule.ALL.stream().flatMap(rule -> rule.violations(part)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"The client is told.,told", "It stands here.,stands", "Nothing else. What it sends is text.,What"})
    void findsBannedWords(String sentence, String word) {
        assertEquals(1, violations(List.of(Prose.ofPage(sentence))).size());
        assertTrue(violations(List.of(Prose.ofPage(sentence))).get(0).startsWith("1: \"" + word + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The rest of a REST request.",
                "URL stands for uniform resource locator.",
                "What is a hub? A broker.",
                "A lost update.",
                "The method `tell` of a `Shelf`.",
                "# What is generated"
            })
    void acceptsGoodProse(String sentence) {
        assertEquals(List.of(), violations(List.of(Prose.ofPage(sentence))));
    }

    @Test
    void readsCommentsAndNamesOfTestsButNoStringsAndNoCode() {
        String source = """
                // It is told.
                String text = "// told"; /** Has {@code told}. What
                 * it sends. */
                @Test
                void %s() {}
                """.formatted("isTold");
        List<String> lines = violations(Prose.ofSource(source)).stream()
                .map(violation -> violation.substring(0, violation.indexOf(": use")))
                .toList();
        assertEquals(List.of("1: \"told\"", "2: \"What\"", "5: \"told\""), lines);
    }
}
