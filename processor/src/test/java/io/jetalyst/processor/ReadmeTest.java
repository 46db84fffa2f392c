package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows of the compiler is what the compiler does. */
class ReadmeTest {
    private static final String HEAD = """
            package demo;

            import io.jetalyst.annotation.*;
            import io.jetalyst.socket.WebSocketHandshake;
            import java.util.*;
            import demo.Rooms.Room;

            """;

    private static final String ROOMS = """
            package demo;

            interface Rooms {
                java.util.Optional<Room> find(java.util.UUID id, int last);

                record Room(java.util.UUID id) {}
            }
            """;

    private final String readme = Files.readString(Path.of("../README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void theControllerCompilesWithoutAWarning() {
        assertEquals(List.of(), Compilations.lines(compile(block("controller"))));
    }

    @Test
    void theSocketComesToTheGeneratedClassThatIsShown() {
        Compilation compilation = compile(block("socket"));

        assertEquals(List.of(), Compilations.lines(compilation));
        assertEquals(block("generated"), Compilations.generated(compilation, "demo.HelloController_Routes"));
    }

    @Test
    void theErrorThatIsShownIsTheCompilers() {
        String mistaken = block("controller").replace("@QueryParam @DefaultValue(\"50\") ", "");

        List<String> problems = Compilations.lines(compile(mistaken));

        assertEquals(1, problems.size(), problems.toString());
        String message = problems.get(0).substring(problems.get(0).indexOf('['));
        assertTrue(readme.contains(message), message);
    }

    private Compilation compile(String controller) {
        return Compilations.compile(List.of(Compilations.source(HEAD + controller), Compilations.source(ROOMS)));
    }

    /** The code behind {@code <!-- name -->}. */
    private String block(String name) {
        Pattern pattern = Pattern.compile("<!-- " + name + " -->\n```java\n(.*?)```", Pattern.DOTALL);
        return pattern.matcher(readme)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new AssertionError("the README has no block " + name));
    }
}
