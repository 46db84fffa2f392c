package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.read.ElementReader;
import io.jetalyst.processor.read.FilerSink;
import io.jetalyst.processor.read.SourceTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encoding of the user's sources has no effect on generated files. */
class EncodingTest {
    private static final String CONTROLLER = """
            package demo;

            import io.jetalyst.annotation.*;

            @Controller
            class Rooms {
                @Get("/rooms")
                String rooms(@QueryParam("gr\\u00f6\\u00dfe") @DefaultValue("\\u4e2d \\ud83d\\ude00") String size) {
                    return size;
                }
            }
            """;

    @TempDir
    private Path root;

    @Test
    void literalsAreEscaped() throws IOException {
        Workspace workspace = new Workspace(root).write("demo/Rooms.java", CONTROLLER);

        Workspace.Outcome outcome = workspace.compile(List.of("demo/Rooms.java"), "-encoding", "US-ASCII");

        assertEquals(List.of(), outcome.lines());
        String table = workspace.generated("demo/Rooms_Routes.java");
        assertTrue(table.contains("\"gr\\u00f6\\u00dfe\").or(\"\\u4e2d \\ud83d\\ude00\")"), table);
    }

    @Test
    void resourcesAreWrittenAndReadInUtf8() throws IOException {
        Workspace workspace = new Workspace(root).write("demo/Rooms.java", CONTROLLER);
        Writing processor = new Writing();

        for (Writing each : List.of(new Writing(), processor)) {
            workspace.compile(List.of(each), List.of("demo/Rooms.java"), "-encoding", "US-ASCII");
        }

        assertEquals(
                "gr\u00fc\u00df\n", Files.readString(workspace.classes().resolve("names.txt"), StandardCharsets.UTF_8));
        assertEquals(List.of("gr\u00fc\u00df"), processor.read);
    }

    /** Reads the resource that an earlier compilation wrote, and writes it again. */
    @SupportedAnnotationTypes("*")
    private static final class Writing extends AbstractProcessor {
        private final SourceTypes sources = new SourceTypes();
        private final List<String> read = new ArrayList<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            FilerSink sink = new FilerSink(processingEnv.getFiler());
            if (round.processingOver()) {
                return false;
            }
            read.addAll(sink.earlierLines("names.txt"));
            Origin origin = new ElementReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), sources)
                    .origin("demo.Rooms");
            try {
                sink.resource("names.txt", "gr\u00fc\u00df\n", List.of(origin));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return false;
        }
    }
}
