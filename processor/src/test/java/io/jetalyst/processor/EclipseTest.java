package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same under the compiler of Eclipse, which orders, names and positions things in ways of its own. */
class EclipseTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @TempDir
    Path root;

    @Test
    void writesTheSameTables() throws IOException {
        for (String name : List.of(
                "chat",
                "every-kind",
                "filters",
                "inheritance",
                "socket-limits-written",
                "non-blocking",
                "messages",
                "text-types")) {
            Workspace workspace = new Workspace(root.resolve(name), new EclipseCompiler());
            Workspace.Outcome outcome = workspace.compile(copy(name, workspace), "-17");
            assertEquals(List.of(), outcome.lines(), name);
            Path expected = CASES.resolve(name).resolve("expected");
            for (Path file : files(expected)) {
                assertEquals(
                        Files.readString(file),
                        workspace.generated(expected.relativize(file).toString()));
            }
        }
    }

    @Test
    void reportsTheSameProblems() throws IOException {
        for (String name : List.of(
                "unbound-variable",
                "text-types-unsupported",
                "converters-broken",
                "filters-broken",
                "filters-without-effect",
                "records-of-parameters-broken",
                "bases-without-type-arguments",
                "type-arguments-that-do-not-fit",
                "json-members-without-json",
                "json-types-of-other-packages-hidden",
                "same-shape-across-controllers",
                "socket-options",
                "socket-limits",
                "non-blocking-without-route",
                "message-kinds",
                "message-without-discriminator")) {
            Workspace workspace = new Workspace(root.resolve(name), new EclipseCompiler());
            Workspace.Outcome outcome = workspace.compile(copy(name, workspace), "-17");
            assertFalse(outcome.success());
            List<String> expected = Files.readAllLines(CASES.resolve(name).resolve("PROBLEMS.txt")).stream()
                    .map(line -> line.substring(line.indexOf('[')))
                    .sorted()
                    .toList();
            assertEquals(
                    expected,
                    outcome.lines().stream()
                            .filter(line -> line.contains("[")) // Eclipse warns of raw types, too
                            .map(line -> line.substring(line.indexOf('[')).replaceAll(" \\(at [\\w.]+\\)$", ""))
                            .sorted()
                            .toList());
        }
    }

    /** The compiler of Eclipse knows no positions of records. */
    @Test
    void reportsProblemsOfRecordsNearThem() throws IOException {
        Workspace workspace = new Workspace(root, new EclipseCompiler());
        workspace.write("demo/Rooms.java", """
                package demo;
                import io.jetalyst.annotation.*;
                @Controller
                record Rooms(int port) {
                    @Get("/rooms")
                    public String list() { return ""; }
                }
                """).write("demo/Outer.java", """
                package demo;
                import io.jetalyst.annotation.*;
                class Outer {
                    @Path("/x")
                    record Inner(int a) {}
                }
                """);
        Workspace.Outcome outcome = workspace.compile(List.of("demo/Rooms.java", "demo/Outer.java"), "-17");
        assertEquals(
                List.of(
                        "Outer.java:3 [ROUTE-015] @Path has no effect on Inner, which is no controller. Add @Controller to"
                                + " it, or move @Path to the controllers. (at demo.Outer.Inner)",
                        "Rooms.java:6 [CONTROLLER-006] The constructor parameter port has the type int, which cannot be"
                                + " looked up. Write a class that holds it, take that class, and bind an instance with"
                                + " App.builder().bind(…). (at demo.Rooms)"),
                outcome.lines().stream().sorted().toList());
    }

    @Test
    void waitsForClassOfAnotherProcessor() throws IOException {
        Workspace workspace = new Workspace(root, new EclipseCompiler());
        workspace.write("demo/Rooms.java", GeneratingProcessor.CONTROLLER);
        Workspace.Outcome outcome = workspace.compile(
                List.of(new JetalystProcessor(), new IndexProcessor(), new GeneratingProcessor(1)),
                List.of("demo/Rooms.java"),
                "-17");
        assertEquals(List.of(), outcome.lines());
        assertEquals(List.of("demo.Rooms_Routes # demo.Rooms"), workspace.index());
    }

    /** Eclipse compiles such a project without an error, so somebody must say that a table is missing. */
    @Test
    void reportsTypeWrittenInTheLastRound() throws IOException {
        Workspace workspace = new Workspace(root, new EclipseCompiler());
        workspace.write("demo/Rooms.java", GeneratingProcessor.CONTROLLER);
        Workspace.Outcome outcome = workspace.compile(
                List.of(new GeneratingProcessor(GeneratingProcessor.LAST), new JetalystProcessor()),
                List.of("demo/Rooms.java"),
                "-17");
        assertEquals(
                List.of("Rooms.java:8 [CONTROLLER-010] The controller demo.Rooms has no table, because a type that it "
                        + "uses was missing to the last. If another processor writes that type in the last round, "
                        + "move it to another module."),
                outcome.lines());
    }

    /** Other mistakes are reported once the import is there. javac 25 passes annotations without an import to processors, javac 17 does not. */
    @Test
    void leavesMissingImportsToTheCompiler() throws IOException {
        Workspace workspace = new Workspace(root, new EclipseCompiler());
        workspace
                .write("demo/A.java", """
                package demo;
                import io.jetalyst.annotation.Controller;
                import io.jetalyst.annotation.Get;
                @Controller @Path("/rooms/{room}") class A { @Get String page(String room) { return room; } }
                """)
                .write("demo/B.java", """
                package demo;
                import io.jetalyst.annotation.Controller;
                @Controller class B { @Get("/b") String page() { return ""; } }
                """)
                .write("demo/C.java", """
                package demo;
                import io.jetalyst.annotation.Get;
                import io.jetalyst.annotation.QueryParam;
                @Controller class C { @Get("/c") String page(@QueryParam int number) { return ""; } }
                """)
                .write("demo/D.java", """
                package demo;
                import io.jetalyst.annotation.Controller;
                import io.jetalyst.annotation.Get;
                @Controller class D { @Get("/d") String page(@QueryParam int number) { return ""; } }
                """);
        Workspace.Outcome outcome =
                workspace.compile(List.of("demo/A.java", "demo/B.java", "demo/C.java", "demo/D.java"), "-17");
        assertEquals(
                List.of("Path", "Get", "Controller", "QueryParam"),
                outcome.lines().stream()
                        .filter(line -> !line.contains("[CONTROLLER-010]"))
                        .map(line -> line.replaceAll(".*:\\d+ (.*) cannot be resolved to a type", "$1"))
                        .toList());
    }

    private static List<String> copy(String name, Workspace workspace) throws IOException {
        Path input = CASES.resolve(name).resolve("input");
        List<String> names = files(input).stream()
                .map(file -> input.relativize(file).toString())
                .toList();
        for (String source : names) {
            workspace.write(source, Files.readString(input.resolve(source)));
        }
        return names;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
