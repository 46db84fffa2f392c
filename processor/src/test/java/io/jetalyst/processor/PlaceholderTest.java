package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** The table of a controller with errors. Eclipse allows starting an application that has one. */
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
