package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of problems and the enum say the same, and every problem of the compiler has been seen in a case or a test. */
class ProblemsPageTest {
    private static final Path PAGE = Path.of("../docs/problems.md");

    @Test
    void pageHasRowForEachCodeInOrderOfTheEnum() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `[A-Z]+-\\d{3}`.*"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertEquals(Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList(), rows);
    }

    @Test
    void eachRowHasSeverityCauseAndFix() throws IOException {
        for (String line : Files.readAllLines(PAGE)) {
            if (line.matches("\\| `[A-Z]+-\\d{3}`.*")) {
                String[] cells = line.split("(?<!\\\\)\\|");
                assertEquals(5, cells.length, line);
                Stream.of(cells).skip(1).forEach(cell -> assertTrue(!cell.isBlank(), line));
                String code = line.substring(3, line.indexOf('`', 3));
                boolean warning = Arrays.stream(ProblemCode.values())
                        .anyMatch(known -> known.code().equals(code) && known.severity() == Severity.WARNING);
                assertEquals(warning, cells[2].contains("warning"), line);
            }
        }
    }

    @Test
    void eachCodeOccursInATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tests.append(Files.readString(file));
            }
        }
        for (ProblemCode code : ProblemCode.values()) {
            assertTrue(tests.indexOf("[" + code.code() + "]") >= 0, code.code() + " is not in any test");
        }
    }
}
