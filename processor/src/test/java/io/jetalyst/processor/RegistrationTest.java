package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** The compiler runs a processor that is registered, on the class path and on the module path, and no other. */
class RegistrationTest {
    /** In the order in which the compiler runs them: the last one claims the annotations, so that the others see them. */
    private static final List<String> PROCESSORS = List.of(
            IndexProcessor.class.getName(),
            JetalystProcessor.class.getName(),
            MessagesProcessor.class.getName(),
            VocabularyProcessor.class.getName());

    @Test
    void servicesListAllProcessorsInOrder() {
        List<String> found = ServiceLoader.load(Processor.class).stream()
                .map(provider -> provider.type().getName())
                .filter(name -> name.startsWith("io.jetalyst."))
                .toList();
        assertEquals(PROCESSORS, found);
    }

    @Test
    void moduleProvidesTheSameProcessors() throws IOException {
        Path classes = Path.of(URI.create(JetalystProcessor.class
                        .getResource("JetalystProcessor.class")
                        .toString()))
                .resolve("../../../..")
                .normalize();
        try (var in = Files.newInputStream(classes.resolve("module-info.class"))) {
            List<String> provided = ModuleDescriptor.read(in).provides().stream()
                    .filter(provides -> provides.service().equals(Processor.class.getName()))
                    .flatMap(provides -> provides.providers().stream())
                    .toList();
            assertEquals(PROCESSORS, provided);
        }
    }

    @Test
    void gradleFileHasALineForEachProcessor() throws IOException {
        String name = "META-INF/gradle/incremental.annotation.processors";
        try (var in = getClass().getClassLoader().getResourceAsStream(name)) {
            List<String> lines = Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
            assertEquals(
                    List.of(
                            PROCESSORS.get(1) + ",isolating",
                            PROCESSORS.get(2) + ",isolating",
                            PROCESSORS.get(0) + ",aggregating",
                            PROCESSORS.get(3) + ",isolating"),
                    lines);
        }
    }
}
