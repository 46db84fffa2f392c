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
 * A page of the documentation. A comment before each Java block names the source that contains it, {@code <!-- Name.java -->}, so the build
 * compiles and runs what the page shows. A name without {@code .java} marks a block that another test checks.
 */
public record Page(String name, String text) {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern BLOCK =
            Pattern.compile("^(?:<!-- (\\S+) -->\n)?```java\n(.*?)^```\n", Pattern.DOTALL | Pattern.MULTILINE);

    /** @param name the path in the repository */
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

    /** The Java blocks, in the order of the page. */
    public List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1) == null ? "" : found.group(1), found.group(2)))
                .toList();
    }

    /** Fails if the page does not contain these lines. */
    public void assertShows(String lines) {
        assertTrue(text.contains(lines), () -> name + " does not show this:\n" + lines);
    }

    /** @param name the name of the source; empty if no comment names one */
    public record Block(String name, String code) {
        /** Whether the block has to be found in a source: always, unless its name marks it as checked by another test. */
        public boolean hasSource() {
            return name.isEmpty() || name.endsWith(".java");
        }

        /**
         * Fails if the source does not contain these lines, indented or not. A name with a slash is the path of the source in the repository;
         * a source with any other name is in the package of this class.
         */
        public void assertFoundBeside(Class<?> test) {
            String folder = name.contains("/")
                    ? ""
                    : "tools/testkit-tests/src/test/java/"
                            + test.getPackageName().replace('.', '/');
            assertFoundIn(folder);
        }

        /** Fails if the source of this name in a folder of the repository does not contain these lines, indented or not. */
        public void assertFoundIn(String folder) {
            assertTrue(name.endsWith(".java"), () -> "This block names no source:\n" + code);
            String source = "\n" + read(ROOT.resolve(folder).resolve(name));
            boolean found = IntStream.range(0, 7)
                    .mapToObj("    "::repeat)
                    .anyMatch(margin -> source.contains("\n" + code.replaceAll("(?m)^(?=.)", margin)));
            assertTrue(found, () -> name + " does not have these lines:\n" + code);
        }
    }
}
