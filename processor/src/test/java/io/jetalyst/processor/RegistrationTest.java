package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** What is not registered is not run, and nobody notices. */
class RegistrationTest {
    private static final List<String> PROCESSORS = List.of(
            IndexProcessor.class.getName(), JetalystProcessor.class.getName(), MessagesProcessor.class.getName());

    @Test
    void compilers_find_them() {
        List<String> found = ServiceLoader.load(Processor.class).stream()
                .map(provider -> provider.type().getName())
                .filter(name -> name.startsWith("io.jetalyst."))
                .sorted()
                .toList();
        assertEquals(PROCESSORS, found);
    }

    @Test
    void gradle_knows_how_each_works() throws IOException {
        String name = "META-INF/gradle/incremental.annotation.processors";
        try (var in = getClass().getClassLoader().getResourceAsStream(name)) {
            List<String> lines = Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
            assertEquals(
                    List.of(
                            PROCESSORS.get(1) + ",isolating",
                            PROCESSORS.get(2) + ",isolating",
                            PROCESSORS.get(0) + ",aggregating"),
                    lines);
        }
    }
}
