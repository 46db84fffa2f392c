package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controllers that inherit from a library. */
class ClassFileTest {
    private static final String BASE = """
            package lib;
            import io.jetalyst.annotation.*;
            public abstract class Base {
                @Get("/{id}") public String show(long id, @QueryParam("q") String text) { return ""; }
                @Get("/other") protected String other() { return ""; }
            }
            """;
    private static final String CHILD = """
            package demo;
            import io.jetalyst.annotation.*;
            @Controller
            class Child extends lib.Base {
                @Override public String other() { return ""; }
            }
            """;

    @TempDir
    Path root;

    private Workspace.Outcome compile(String child, String... options) throws IOException {
        Workspace library = new Workspace(root.resolve("library")).write("lib/Base.java", BASE);
        assertTrue(library.compile(List.of("lib/Base.java"), options).success());
        Workspace workspace = new Workspace(root.resolve("app")).with(library.classes());
        workspace.write("demo/Child.java", child);
        return workspace.compile(List.of("demo/Child.java"));
    }

    @Test
    void bindsByNamesInTheClassFile() throws IOException {
        assertEquals(List.of(), compile(CHILD, "-parameters").lines());
    }

    @Test
    void reportsMissingNamesAtTheController() throws IOException {
        assertEquals(
                List.of("Child.java:4 [PARAM-008] The parameter names of lib.Base.show are not in its class file. "
                        + "Compile that library with -parameters, or give the name, as in "
                        + "@QueryParam(\"…\"). (declared in lib.Base.show)"),
                compile(CHILD, "-g:none").lines());
    }

    @Test
    void reportsMethodThatIsNotPublicAtTheController() throws IOException {
        Workspace.Outcome outcome = compile(CHILD.replaceAll("@Override.*", ""), "-parameters");
        assertEquals(1, outcome.lines().size());
        assertTrue(
                outcome.lines().get(0).startsWith("Child.java:4 [METHOD-005]"),
                outcome.lines().toString());
    }
}
