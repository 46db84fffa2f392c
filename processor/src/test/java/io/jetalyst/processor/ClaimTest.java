package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import other.SpeakingProcessor;

/** Annotations that no processor claims are a lint warning, and claimed ones are withheld from other processors. */
class ClaimTest {
    @TempDir
    Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write("Rooms.java", """
                package demo;
                import io.jetalyst.annotation.*;
                @Controller @Path("/rooms")
                class Rooms { @Get("/{id}") String page(int id, @QueryParam @DefaultValue("1") int n) { return ""; } }
                """);
        write("Command.java", """
                package demo;
                import io.jetalyst.annotation.*;
                @Messages sealed interface Command { record Say(String text) implements Command {} }
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    /** The messages of a javac process that finds our processors first, and then these. */
    private List<String> compile(List<Class<?>> others, String... options) throws Exception {
        Path services = Files.createDirectories(root.resolve("processors/META-INF/services"));
        Files.write(
                services.resolve("javax.annotation.processing.Processor"),
                others.stream().map(Class::getName).toList());
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                Files.createDirectories(root.resolve("classes")).toString(),
                "-classpath",
                classPath,
                "-processorpath",
                classPath + File.pathSeparator + root.resolve("processors")));
        command.addAll(List.of(options));
        command.addAll(List.of(
                root.resolve("Rooms.java").toString(),
                root.resolve("Command.java").toString()));
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(javac.waitFor(1, TimeUnit.MINUTES));
        return said.lines().filter(line -> !line.matches("\\d+ warnings?")).toList();
    }

    @Test
    void compilesWithEveryLintAsAnError() throws Exception {
        assertEquals(List.of(), compile(List.of(), "-Xlint:all", "-Werror"));
    }

    @Test
    void compilesSoBesideProcessorsOfOtherAnnotations() throws Exception {
        assertEquals(List.of(), compile(List.of(SpeakingProcessor.Deprecations.class), "-Xlint:all", "-Werror"));
    }

    @Test
    void letsProcessorsOfEveryAnnotationRun() throws Exception {
        assertEquals(
                List.of("warning: Everything runs", "warning: Everything runs"),
                compile(List.of(SpeakingProcessor.Everything.class)));
    }

    @Test
    void letsProcessorsOfOurAnnotationsRun() throws Exception {
        assertEquals(
                List.of("warning: Routes runs", "warning: Routes runs"),
                compile(List.of(SpeakingProcessor.Routes.class)));
    }

    @Test
    void claimsWhereOtherAnnotationsKeepAProcessorOfEveryAnnotationRunning() throws Exception {
        write("Command.java", "package demo; class Command { @Override public String toString() { return \"\"; } }");
        assertEquals(
                List.of("warning: Everything runs", "warning: Everything runs"),
                compile(List.of(SpeakingProcessor.Everything.class), "-Xlint:all"));
    }
}
