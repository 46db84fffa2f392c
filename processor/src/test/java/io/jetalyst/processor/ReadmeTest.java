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
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Compiles the examples of the README and of the guide to sockets, and compares the generated class and the errors that they show. */
class ReadmeTest {
    /** Declares the annotations of avaje-jsonb, which is not on the class path of these tests. */
    private static final Path JSON = Path.of("src/test/resources/cases/message-without-discriminator/input");

    private static final Path README = Path.of("../README.md");

    private final String readme = Files.readString(README);
    private final String guide = Files.readString(Path.of("../docs/sockets.md"));
    private final String messages = block(guide, "ClientMessage.java") + block(guide, "Visit.java");

    ReadmeTest() throws IOException {}

    @Test
    void compilesControllerWithoutWarning() {
        assertEquals(List.of(), Compilations.lines(compile(block(readme, "GreetingController.java"))));
    }

    @Test
    void generatesTheClassThatIsShown() throws IOException {
        Compilation compilation = compile(block(readme, "HelloController.java"));

        assertEquals(List.of(), Compilations.lines(compilation));
        String generated = Compilations.generated(compilation, "hello.HelloController_Routes");
        if (Boolean.getBoolean("cases.write")) {
            Files.writeString(README, readme.replace(block(readme, "generated"), generated));
        } else {
            assertEquals(block(readme, "generated"), generated);
        }
    }

    @Test
    void reportsTheErrorThatIsShown() {
        String mistaken = block(readme, "GreetingController.java").replace("@QueryParam @DefaultValue(\"Hello\") ", "");

        List<String> problems = Compilations.lines(compile(mistaken));

        assertEquals(1, problems.size(), problems.toString());
        String message = problems.get(0).substring(problems.get(0).indexOf('['));
        assertTrue(readme.contains(message), message);
    }

    @Test
    void compilesMessagesWithTheirListener() {
        assertEquals(List.of(), Compilations.lines(compileMessages(messages)));
    }

    @Test
    void reportsKindWithoutMethod() {
        String unhandled = messages.replaceFirst("(?s)    @Override\n    public void onLeave.*?\n    }\n", "");

        List<String> problems = Compilations.lines(compileMessages(unhandled));

        assertEquals(1, problems.size(), problems.toString());
        String message =
                problems.get(0).replaceAll("^.*(?=Visit is)|\\b(\\w+\\.)+", ""); // javac itself qualifies no name
        assertTrue(guide.contains("error: " + message + "\n"), message);
    }

    private static Compilation compileMessages(String messages) {
        String imports =
                "import io.avaje.jsonb.Json;\nimport io.jetalyst.annotation.Messages;\nimport io.jetalyst.socket.WebSocketSession;\n";
        JavaFileObject json = Compilations.sources(JSON).stream()
                .filter(source -> source.getName().endsWith("Json.java"))
                .findFirst()
                .orElseThrow();
        return Compilations.compile(List.of(json, Compilations.source("package demo;\n" + imports + messages)));
    }

    private static Compilation compile(String controller) {
        return Compilations.compile(List.of(Compilations.source(controller)));
    }

    /** The code behind {@code <!-- name -->}. */
    private static String block(String page, String name) {
        Pattern pattern = Pattern.compile("<!-- " + Pattern.quote(name) + " -->\n```java\n(.*?)```", Pattern.DOTALL);
        return pattern.matcher(page)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new AssertionError("there is no block " + name));
    }
}
