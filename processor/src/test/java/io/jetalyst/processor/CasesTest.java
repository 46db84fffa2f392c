package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compiles each directory of {@code src/test/resources/cases}: {@code input} is the user's code; {@code expected} holds the tables it
 * must come to, without any warning, or {@code PROBLEMS.txt} what the compiler must say, line by line. With
 * {@code -Dcases.write=true} what came out is written there, to be read before it is committed.
 */
class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            return directories.sorted().toList().stream()
                    .map(directory -> DynamicTest.dynamicTest(
                            directory.getFileName().toString(), directory.toUri(), () -> check(directory)));
        }
    }

    private static void check(Path directory) throws IOException {
        Compilation compilation = Compilations.compile(Compilations.sources(directory.resolve("input")));
        boolean golden = Files.exists(directory.resolve("expected"));
        if (Boolean.getBoolean("cases.write")) {
            write(directory, compilation, golden);
        }
        if (golden) {
            tables(directory.resolve("expected"), compilation);
        } else {
            assertEquals(
                    Files.readString(directory.resolve("PROBLEMS.txt")), problems(compilation), directory.toString());
        }
    }

    private static String problems(Compilation compilation) {
        return String.join("\n", Compilations.lines(compilation)) + "\n";
    }

    private static void tables(Path expected, Compilation compilation) throws IOException {
        assertEquals(List.of(), Compilations.lines(compilation), "a table compiles without a warning");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(expected)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        assertTrue(!files.isEmpty(), "nothing expected in " + expected);
        for (Path file : files) {
            assertEquals(Files.readString(file), Compilations.generated(compilation, name(expected, file)));
        }
    }

    private static String name(Path expected, Path file) {
        String name = expected.relativize(file).toString().replace('\\', '/').replace('/', '.');
        return name.substring(0, name.length() - ".java".length());
    }

    private static void write(Path directory, Compilation compilation, boolean golden) throws IOException {
        if (!golden) {
            Files.writeString(directory.resolve("PROBLEMS.txt"), problems(compilation));
            return;
        }
        for (var source : compilation.generatedSourceFiles()) {
            Path file = directory.resolve("expected").resolve(source.getName().replaceFirst("^/?SOURCE_OUTPUT/", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, Compilations.text(source));
        }
    }
}
