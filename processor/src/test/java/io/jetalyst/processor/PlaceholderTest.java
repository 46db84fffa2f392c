package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.RouteTable;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table and the links of a controller with errors. Eclipse allows starting an application that has one. */
class PlaceholderTest {
    @TempDir
    Path root;

    @Test
    void servesNothingAndDoesNotStart() throws IOException, ReflectiveOperationException {
        Workspace broken = new Workspace(root.resolve("broken")).write("demo/A.java", """
                        package demo;
                        import io.jetalyst.annotation.*;
                        @Controller class A { @Get("/{x}") String page() { return ""; } }
                        """);
        assertEquals(1, broken.compile(List.of("demo/A.java")).lines().size());
        Workspace started = new Workspace(root.resolve("started"))
                .write("demo/A_Routes.java", broken.generated("demo/A_Routes.java"));
        assertEquals(
                List.of(),
                started.compile(List.of("demo/A_Routes.java"), "-Xlint:all,-processing", "-Werror")
                        .lines());

        URL[] classes = {started.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            RouteTable table = (RouteTable)
                    loader.loadClass("demo.A_Routes").getConstructor().newInstance();
            assertEquals(RouteTable.FORMAT, table.format());
            assertEquals(List.of(), table.routes());
            assertThrows(IllegalStateException.class, () -> table.bind(new NoBindings()));
        }
    }

    /** A missing class in an import would hide the cause among other errors. */
    @Test
    void hasLinksForPagesThatImportThem() throws IOException {
        Workspace broken = new Workspace(root)
                .write("demo/Chat.java", """
                        package demo;
                        import io.jetalyst.annotation.*;
                        @Controller public class Chat {
                            @Get("/rooms/{room}") String room(String room, @QueryParam int page) { return room; }
                            @Get("/users/{id}") String user() { return ""; }
                            @Get("/names") String name(Object name) { return ""; }
                            @Get("/{") String open() { return ""; }
                        }
                        """)
                .write("demo/Jobs.java", """
                        package demo;
                        import io.jetalyst.annotation.*;
                        @Controller public class Jobs {
                            public record Job(String name, Thread runner) {}
                            @Get("/jobs/{id}") Job job(long id) { return null; }
                        }
                        """)
                .write("views/Page.java", """
                        package views;
                        import demo.ChatLinks;
                        import demo.JobsLinks;
                        class Page {
                            Object room() { return ChatLinks.room("lobby", 1); }
                            Object job() { return JobsLinks.job(1); }
                        }
                        """);
        List<String> lines = broken.compile(List.of("demo/Chat.java", "demo/Jobs.java", "views/Page.java"))
                .lines();
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.contains("Links")), lines::toString);
        assertTrue(broken.generated("demo/JobsLinks.java").contains("Link job(long id)"));
        String links = broken.generated("demo/ChatLinks.java");
        assertTrue(links.contains("Link room(String room, int page)"), links);
        assertTrue(links.contains("Link user(String id)"), links);
        assertFalse(links.contains("Link name("), links);
        assertFalse(links.contains("Link open("), links);
    }

    private static final class NoBindings implements Bindings {
        @Override
        public <T> T get(Class<T> type) {
            throw new AssertionError("a stand-in has no controller");
        }

        @Override
        public <T> BodyWriter<T> jsonWriter(Type type) {
            throw new AssertionError("a stand-in has no results");
        }

        @Override
        public <T> BodyReader<T> jsonReader(Type type) {
            throw new AssertionError("a stand-in has no bodies");
        }
    }
}
