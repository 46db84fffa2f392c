package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles controllers that have one mistake each. Both compilers report one error, in the source of the user and with the expected code. */
class OneMistakeTest {
    private static final String IMPORTS = """
            package demo;
            import io.jetalyst.annotation.*;
            import io.jetalyst.http.*; import io.jetalyst.socket.*; import io.jetalyst.body.*; import io.jetalyst.filter.*;
            import java.util.*; import java.io.*; import java.util.concurrent.*;
            """;
    private static final Pattern HEADING = Pattern.compile("# (\\S+) (\\S+)");
    private static final Pattern CODE = Pattern.compile("C\\.java:\\d+ .*\\[([A-Z]+-\\d+)] .*", Pattern.DOTALL);

    private record Mistake(String name, String code, String source) {}

    @TestFactory
    Stream<DynamicTest> isOneErrorOfJavac(@TempDir Path root) throws IOException {
        return tests(root, ToolProvider.getSystemJavaCompiler());
    }

    @TestFactory
    Stream<DynamicTest> isOneErrorOfEclipse(@TempDir Path root) throws IOException {
        return tests(root, new EclipseCompiler());
    }

    private static Stream<DynamicTest> tests(Path root, JavaCompiler compiler) throws IOException {
        return mistakes().stream()
                .map(mistake -> DynamicTest.dynamicTest(
                        mistake.name(), () -> check(root.resolve(mistake.name()), compiler, mistake)));
    }

    private static void check(Path root, JavaCompiler compiler, Mistake mistake) throws IOException {
        Workspace.Outcome outcome = new Workspace(root, compiler)
                .write("demo/C.java", IMPORTS + mistake.source())
                .compile(List.of("demo/C.java"), compiler instanceof EclipseCompiler ? "-17" : "-Xlint:none");
        List<String> errors =
                outcome.lines().stream().filter(line -> line.contains("[")).toList();
        assertEquals(1, errors.size(), outcome.lines().toString());
        Matcher code = CODE.matcher(errors.get(0));
        assertTrue(code.matches(), errors.get(0));
        assertEquals(mistake.code(), code.group(1));
    }

    /** A heading has the name of a mistake and the code of its error; the source of the controller follows. */
    private static List<Mistake> mistakes() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        for (String block : Files.readString(Path.of("src/test/resources/mistakes/controllers.txt"))
                .split("(?m)^(?=# )")) {
            Matcher heading = HEADING.matcher(block);
            if (heading.lookingAt()) {
                mistakes.add(new Mistake(heading.group(1), heading.group(2), block.substring(heading.end())));
            }
        }
        return mistakes;
    }
}
