package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.config.StartupException;
import io.jetalyst.validate.Validation;
import io.jetalyst.validate.Validator;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorsTest {
    /** Finds no violation. */
    public static class One implements Validator {
        @Override
        public <T> Validation<T> of(Class<T> type) {
            return (value, languages) -> List.of();
        }
    }

    public static final class Two extends One {}

    @TempDir
    Path root;

    /** Looks validators up where these classes are providers. */
    private @Nullable Validator discover(Class<?>... providers) throws Exception {
        Path services = Files.createDirectories(root.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Validator.class.getName()),
                Stream.of(providers).map(Class::getName).collect(Collectors.joining("\n")));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return Validators.discover();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void usesTheOnlyOne() throws Exception {
        assertInstanceOf(One.class, discover(One.class));
        assertNull(discover());
    }

    @Test
    void namesAllIfThereAreSeveral() {
        StartupException several = assertThrows(StartupException.class, () -> discover(Two.class, One.class));
        assertEquals(
                "There are several validators: " + Two.class.getName() + ", " + One.class.getName()
                        + ". Keep one as a dependency.",
                several.getMessage());
    }
}
