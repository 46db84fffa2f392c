package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.RouteTable;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binds the table of a controller with pages of jte where the class that renders them is missing at run time. */
class MissingViewsTest {
    private static final Path INPUT = Path.of("src/test/resources/cases/jte/input");
    private static final List<String> SOURCES = List.of("demo/Pages.java", "io/jetalyst/views/jte/JteViews.java");

    @Test
    void failsWhenTheTableIsBoundAndNotInARequest(@TempDir Path root) throws Exception {
        Workspace workspace = new Workspace(root);
        for (String source : SOURCES) {
            workspace.write(source, Files.readString(INPUT.resolve(source)));
        }
        assertEquals(List.of(), workspace.compile(SOURCES).lines());
        Files.delete(workspace.classes().resolve("io/jetalyst/views/jte/JteViews.class"));
        URL[] classes = {workspace.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            RouteTable table = (RouteTable) loader.loadClass("demo.Pages_Routes")
                    .getDeclaredConstructor()
                    .newInstance();

            NoClassDefFoundError missing = assertThrows(NoClassDefFoundError.class, () -> table.bind(new Given()));

            assertEquals("io/jetalyst/views/jte/JteViews", missing.getMessage());
        }
    }

    /** Makes an instance of any interface. */
    private static final class Given implements Bindings {
        @Override
        public <T> T get(Class<T> type) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                        throw new AssertionError("nothing is called");
                    }));
        }

        @Override
        public <T> BodyWriter<T> jsonWriter(Type type) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public <T> BodyReader<T> jsonReader(Type type) {
            throw new AssertionError("nothing is read");
        }
    }
}
