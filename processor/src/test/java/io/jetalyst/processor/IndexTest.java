package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.table.RouteTable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index in builds that compile only what changed. */
class IndexTest {
    private static final String A = "demo.A_Routes # demo.A";
    private static final String B = "demo.B_Routes # demo.B";

    @TempDir
    Path root;

    private Workspace workspace;

    @BeforeEach
    void compileTwoControllers() throws IOException {
        workspace = new Workspace(root);
        workspace.write("demo/A.java", controller("A", "/a/{x}")).write("demo/B.java", controller("B", "/b/{x}"));
        assertEquals(
                List.of(),
                workspace
                        .compile(List.of("demo/B.java", "demo/A.java"), "-parameters")
                        .lines());
    }

    private static String controller(String name, String path) {
        return "package demo; import io.jetalyst.annotation.*; @Controller class " + name + " { @Get(\"" + path
                + "\") String page(String x) { return x; } }";
    }

    @Test
    void listsTablesSorted() throws IOException {
        assertEquals(List.of(A, B), workspace.index());
    }

    @Test
    void isReadByServiceLoader() throws IOException {
        URL[] classes = {workspace.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            List<String> names = ServiceLoader.load(RouteTable.class, loader).stream()
                    .map(provider -> provider.type().getName())
                    .toList();
            assertEquals(List.of("demo.A_Routes", "demo.B_Routes"), names);
        }
    }

    @Test
    void keepsTableThatIsNotCompiledAgain() throws IOException {
        workspace.write("demo/A.java", controller("A", "/changed/{x}"));
        assertTrue(workspace.compile(List.of("demo/A.java")).success());
        assertEquals(List.of(A, B), workspace.index());
    }

    @Test
    void addsNewController() throws IOException {
        workspace.write("demo/C.java", controller("C", "/c/{x}"));
        assertTrue(workspace.compile(List.of("demo/C.java")).success());
        assertEquals(List.of(A, B, "demo.C_Routes # demo.C"), workspace.index());
    }

    @Test
    void removesDeletedController() throws IOException {
        workspace.delete("demo/B.java");
        assertTrue(workspace.compile(List.of("demo/A.java")).success());
        assertEquals(List.of(A), workspace.index());
    }

    @Test
    void removesClassThatIsNoControllerAnyMore() throws IOException {
        workspace.write("demo/B.java", "package demo; class B {}");
        assertTrue(workspace.compile(List.of("demo/A.java", "demo/B.java")).success());
        assertEquals(List.of(A), workspace.index());
    }

    @Test
    void removesControllerWithoutRoutes() throws IOException {
        workspace.write("demo/B.java", "package demo; import io.jetalyst.annotation.*; @Controller class B {}");
        assertTrue(workspace.compile(List.of("demo/B.java")).success());
        assertEquals(List.of(A), workspace.index());
    }

    @Test
    void staysUnchangedAfterAnError() throws IOException {
        workspace.write("demo/A.java", controller("A", "/a/{y}"));
        workspace.compile(List.of("demo/A.java"));
        assertEquals(List.of(A, B), workspace.index());
    }

    @Test
    void replacesBrokenIndex() throws IOException {
        Path file = workspace.classes().resolve("META-INF/services/io.jetalyst.table.RouteTable");
        Files.writeString(file, "# by hand\nnothing\n\n");
        assertTrue(workspace.compile(List.of("demo/A.java")).success());
        assertEquals(List.of(A), workspace.index());
    }

    @Test
    void isNotWrittenIfTurnedOff() throws IOException {
        Workspace mounted = new Workspace(root.resolve("mounted")).write("demo/A.java", controller("A", "/a/{x}"));
        assertTrue(mounted.compile(List.of("demo/A.java"), "-Ajetalyst.index=false")
                .success());
        assertEquals(List.of(), mounted.index());
    }

    /** A build that compiles only what changed does not know the pages of the others. */
    @Test
    void reportsNoMissingPageIfControllersAreUnknown() throws IOException {
        workspace.write(
                "demo/C.java",
                "package demo; import io.jetalyst.annotation.*; import io.jetalyst.socket.WebSocketHandshake;"
                        + " @Controller class C { @WebSocket(\"/b/{x}\") boolean join(WebSocketHandshake handshake, String x)"
                        + " { return handshake.isRequested(); } }");
        assertEquals(List.of(), workspace.compile(List.of("demo/C.java")).lines());
    }

    /** Gradle hands unchanged controllers to the processor as classes. */
    @Test
    void readsControllersFromClassFiles() throws IOException {
        Path again = root.resolve("again");
        Workspace incremental = new Workspace(again).with(workspace.classes());
        incremental.write("demo/C.java", controller("C", "/a/{x}"));
        Workspace.Outcome outcome = incremental.processing("demo.A", "demo.B").compile(List.of("demo/C.java"));
        assertEquals(1, outcome.lines().size(), outcome.lines().toString());
        assertTrue(
                outcome.lines().get(0).contains("[ROUTE-011]"), outcome.lines().toString());
    }

    @Test
    void reportsThatItCannotBeWritten() throws IOException {
        Path services = workspace.classes().resolve("META-INF/services");
        Files.delete(services.resolve("io.jetalyst.table.RouteTable"));
        Files.delete(services);
        Files.writeString(services, "a file where a directory must be");
        Workspace.Outcome outcome = workspace.compile(List.of("demo/A.java"));
        assertTrue(
                outcome.lines().get(0).contains("[OUTPUT-001]"), outcome.lines().toString());
    }
}
