package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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

    /** A library with a record of parameters and a converter, whose class files have no names of parameters. */
    private Workspace.Outcome compileWithConverters(String handlers) throws IOException {
        Workspace library = new Workspace(root.resolve("library"))
                .write("lib/Paging.java", """
                package lib;
                import io.jetalyst.annotation.*;
                public record Paging(@QueryParam @DefaultValue("1") int page, @QueryParam("n") int size) {}
                """)
                .write("lib/Room.java", """
                package lib;
                @io.jetalyst.annotation.ConvertWith(Rooms.class)
                public record Room(long id) {}
                """)
                .write("lib/Rooms.java", """
                package lib;
                public class Rooms {
                    public java.util.Optional<Room> convert(long id) { return java.util.Optional.empty(); }
                }
                """)
                .write("lib/Door.java", """
                package lib;
                @io.jetalyst.annotation.ConvertWith(Doors.class)
                public record Door(long id) {}
                """)
                .write("lib/Doors.java", """
                package lib;
                public class Doors {
                    public Door convert(Room room, long id) { return new Door(id); }
                }
                """);
        assertTrue(library.compile(
                        List.of(
                                "lib/Paging.java",
                                "lib/Room.java",
                                "lib/Rooms.java",
                                "lib/Door.java",
                                "lib/Doors.java"),
                        "-g:none")
                .success());
        Workspace workspace = new Workspace(root.resolve("app")).with(library.classes());
        workspace.write("demo/Child.java", """
                package demo;
                import io.jetalyst.annotation.*;
                import lib.*;
                @Controller
                class Child {
                    %s
                }
                """.formatted(handlers));
        return workspace.compile(List.of("demo/Child.java"), "-Xlint:all,-processing", "-Werror");
    }

    @Test
    void usesRecordsAndConvertersOfLibraries() throws IOException {
        Workspace.Outcome outcome = compileWithConverters(
                "@Get(\"/{room}\") String show(Room room, @Params Paging paging) { return \"\"; }");
        assertEquals(List.of(), outcome.lines());
        String table = Files.readString(root.resolve("app/generated/demo/Child_Routes.java"));
        assertTrue(table.contains("params.query(\"page\").or(\"1\").toInt()"), table);
        assertTrue(table.contains("params.query(\"n\").toInt()"), table);
        assertTrue(table.contains("params.found(rooms.convert("), table);
    }

    @Test
    void reportsMissingNamesOfConverterAtTheController() throws IOException {
        assertEquals(
                List.of(
                        "Child.java:5 [PARAM-008] The parameter names of Doors.convert are not in its class file. Compile that"
                                + " library with -parameters, or give the name, as in @PathParam(\"…\"). (declared in"
                                + " lib.Doors.convert)"),
                compileWithConverters("@Get(\"/{room}/{door}\") String show(Door door) { return \"\"; }")
                        .lines());
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
