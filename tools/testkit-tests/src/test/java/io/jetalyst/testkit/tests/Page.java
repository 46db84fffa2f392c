package io.jetalyst.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A page for people. Each of its blocks of Java has the name of the source that it was taken from, {@code <!-- Name.java -->}, so that
 * a test compiles and runs what the page shows. A name without {@code .java} is that of a block that others look after.
 */
public record Page(String name, String text) {
    private static final Path ROOT = Path.of("../..");
    private static final Path SOURCES = Path.of("src/test/java");
    private static final Pattern BLOCK =
            Pattern.compile("^(?:<!-- (\\S+) -->\n)?```java\n(.*?)^```\n", Pattern.DOTALL | Pattern.MULTILINE);

    /** @param name its path in the repository */
    public static Page of(String name) {
        return new Page(name, read(ROOT.resolve(name)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its blocks of Java, in their order. */
    public List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1) == null ? "" : found.group(1), found.group(2)))
                .toList();
    }

    /** Fails if the page does not have these lines. */
    public void assertShows(String lines) {
        assertTrue(text.contains(lines), () -> name + " does not show this:\n" + lines);
    }

    /** @param name of its source; empty if it has none */
    public record Block(String name, String code) {
        /** Whether it was taken from a source, and not from what somebody else tests. */
        public boolean hasSource() {
            return name.isEmpty() || name.endsWith(".java");
        }

        /** Fails if these lines do not stand in a row in the source of this name and of the package of this class, further in or not. */
        public void assertStandsBeside(Class<?> test) {
            assertTrue(name.endsWith(".java"), () -> "This block names no source:\n" + code);
            Path folder = SOURCES.resolve(test.getPackageName().replace('.', '/'));
            String source = read(folder.resolve(name));
            boolean stands = IntStream.range(0, 7)
                    .mapToObj("    "::repeat)
                    .anyMatch(margin -> source.contains("\n" + code.replaceAll("(?m)^(?=.)", margin)));
            assertTrue(stands, () -> name + " does not have these lines:\n" + code);
        }
    }
}
