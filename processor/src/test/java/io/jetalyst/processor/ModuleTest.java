package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that are named modules, where only {@code provides} counts. */
class ModuleTest {
    private static final List<String> SOURCES = List.of("module-info.java", "demo/Rooms.java", "demo/People.java");

    @TempDir
    Path root;

    private Workspace workspace;

    @BeforeEach
    void writeTwoControllers() throws IOException {
        workspace = new Workspace(root);
        for (String name : List.of("Rooms", "People")) {
            workspace.write(
                    "demo/" + name + ".java",
                    "package demo; import io.jetalyst.annotation.*; @Controller class " + name + " { @Get(\"/" + name
                            + "\") String page() { return \"\"; } }");
        }
    }

    private Workspace.Outcome compile(String directives, List<String> sources) throws IOException {
        workspace.write(
                "module-info.java",
                "module app {\n    requires static io.jetalyst.annotations;\n    requires io.jetalyst.runtime;\n"
                        + directives + "\n}\n");
        return workspace.compile(sources, "--module-path", modulePath(), "-Xlint:all,-processing", "-Werror");
    }

    /** The modules of the reactor, as directories or jars, and what they require. */
    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        entry.matches(".*[/\\\\](annotations|runtime)[/\\\\]target[/\\\\][^/\\\\]*(classes|\\.jar)")
                                || entry.matches(".*(slf4j-api|jspecify)-[^/\\\\]*\\.jar"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void compilesModuleThatProvidesItsTables() throws IOException {
        String provides = "    provides io.jetalyst.table.RouteTable with demo.People_Routes, demo.Rooms_Routes;";
        assertEquals(List.of(), compile(provides, SOURCES).lines());
    }

    @Test
    void compilesModuleThatExportsItsControllers() throws IOException {
        String provides =
                "    exports demo; provides io.jetalyst.table.RouteTable with demo.People_Routes, demo.Rooms_Routes;";
        assertEquals(List.of(), compile(provides, SOURCES).lines());
    }

    @Test
    void compilesModuleThatExportsMessagesAndTheirListener() throws IOException {
        String provides =
                "    exports demo; provides io.jetalyst.table.RouteTable with demo.People_Routes, demo.Rooms_Routes;"
                        + " provides io.jetalyst.codec.JsonTypes with demo.Command_Json;";
        workspace.write("demo/Command.java", """
                package demo;
                @io.jetalyst.annotation.Messages
                public sealed interface Command {
                    record Say(String text) implements Command {}
                }
                """);
        List<String> sources =
                Stream.concat(SOURCES.stream(), Stream.of("demo/Command.java")).toList();
        assertEquals(List.of(), compile(provides, sources).lines());
        assertTrue(workspace.generated("demo/Command_Listener.java").contains("public interface Command_Listener"));
    }

    @Test
    void reportsDirectiveForModuleThatProvidesNone() throws IOException {
        Workspace.Outcome outcome = compile("", SOURCES);
        assertFalse(outcome.success());
        assertEquals(List.of("""
                        module-info.java:1 [MODULE-001] The module app does not provide demo.People_Routes, demo.Rooms_Routes. \
                        Add to module-info.java:
                              provides io.jetalyst.table.RouteTable with
                                  demo.People_Routes,
                                  demo.Rooms_Routes;"""), outcome.lines());
    }

    @Test
    void reportsWholeDirectiveForModuleThatProvidesSome() throws IOException {
        Workspace.Outcome outcome =
                compile("    provides io.jetalyst.table.RouteTable with demo.Rooms_Routes;", SOURCES);
        assertEquals(List.of("""
                        module-info.java:1 [MODULE-001] The module app does not provide demo.People_Routes. \
                        Replace the directive in module-info.java:
                              provides io.jetalyst.table.RouteTable with
                                  demo.People_Routes,
                                  demo.Rooms_Routes;"""), outcome.lines());
    }

    /** The case of tests that are patched into the module they test: no declaration is compiled, and none can be changed. */
    @Test
    void reportsNothingForModuleThatIsNotCompiled() throws IOException {
        String provides = "    provides io.jetalyst.table.RouteTable with demo.People_Routes, demo.Rooms_Routes;";
        compile(provides, SOURCES);
        Workspace tests = new Workspace(root.resolve("tests"));
        tests.write(
                "demo/TestOnly.java",
                "package demo; import io.jetalyst.annotation.*; @Controller class TestOnly { @Get(\"/test\") String page() { return \"\"; } }");
        Workspace.Outcome outcome = tests.compile(
                List.of("demo/TestOnly.java"),
                "--module-path",
                modulePath() + File.pathSeparator + workspace.classes(),
                "--patch-module",
                "app=" + root.resolve("tests").resolve("src"),
                "--add-modules",
                "app");
        assertEquals(List.of(), outcome.lines());
    }

    @Test
    void reportsModuleThatDoesNotReadTheRuntimeOnce() throws IOException {
        workspace
                .write("module-info.java", "module app {\n    requires static io.jetalyst.annotations;\n}\n")
                .write("demo/Command.java", """
                        package demo;
                        @io.jetalyst.annotation.Messages
                        sealed interface Command {
                            record Say(String text) implements Command {}
                        }
                        """);
        Workspace.Outcome outcome = workspace.compile(
                List.of("module-info.java", "demo/Rooms.java", "demo/People.java", "demo/Command.java"),
                "--module-path",
                modulePath());
        assertEquals(List.of("""
                        module-info.java:1 [MODULE-002] The module app does not read io.jetalyst.runtime, which generated \
                        code needs. Add to module-info.java:
                              requires io.jetalyst.runtime;"""), outcome.lines());
    }
}
