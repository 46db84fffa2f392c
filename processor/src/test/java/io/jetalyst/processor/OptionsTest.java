package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final String ALONE = """
            package demo;
            import io.jetalyst.annotation.*;
            import io.jetalyst.socket.WebSocketHandshake;
            @Controller class Alone {
                @WebSocket("/alone") boolean join(WebSocketHandshake handshake) { return false; }
                @Get("/other") String page() { return ""; }
            }
            """;

    private static List<String> lines(String... options) {
        Compilation compilation = Compilations.compile(List.of(Compilations.source(ALONE)), options);
        return Compilations.lines(compilation);
    }

    @Test
    void turnsWarningsOff() {
        assertTrue(lines().get(0).contains("[SOCKET-008]"));
        assertEquals(List.of(), lines("-Ajetalyst.warnings=false", "-Werror"));
    }

    @Test
    void reportsUnknownOptionWithNearMatch() {
        assertEquals(
                "error - [OPTION-001] There is no option -Ajetalyst.warning. "
                        + "Did you mean \"jetalyst.warnings\"? There are jetalyst.index, jetalyst.warnings, jetalyst.json,"
                        + " jetalyst.links, jetalyst.security.default, jetalyst.validation.",
                lines("-Ajetalyst.warning=false").get(0));
    }

    @Test
    void reportsUnknownValue() {
        assertEquals(
                "error - [OPTION-002] The option -Ajetalyst.index is \"no\". "
                        + "Write -Ajetalyst.index=true or -Ajetalyst.index=false.",
                lines("-Ajetalyst.index=no").get(0));
        assertTrue(lines("-Ajetalyst.index").get(0).contains("[OPTION-002]"));
        assertEquals(
                "error - [OPTION-002] The option -Ajetalyst.json is \"jackson\". "
                        + "Write -Ajetalyst.json=avaje or -Ajetalyst.json=none.",
                lines("-Ajetalyst.json=jackson").get(0));
    }

    @Test
    void requiresDecisionOfEachRouteByDefaultDeny() {
        List<String> lines = lines("-Ajetalyst.security.default=deny");

        assertEquals(
                "error demo/Alone.java:6:27 [ACCESS-004] The route Alone.page has no @RolesAllowed, @PermitAll or @DenyAll,"
                        + " and -Ajetalyst.security.default=deny requires one. Add one to the method or to its controller;"
                        + " @RolesAllowed(\"**\") admits every client that has an identity.",
                lines.get(1));
        assertTrue(lines.get(0).contains("[ACCESS-004] The route Alone.join"));
        assertEquals(List.of(), lines("-Ajetalyst.security.default=permit", "-Ajetalyst.warnings=false"));
        assertEquals(
                "error - [OPTION-002] The option -Ajetalyst.security.default is \"none\". Write"
                        + " -Ajetalyst.security.default=permit or -Ajetalyst.security.default=deny.",
                lines("-Ajetalyst.security.default=none").get(0));
    }

    @Test
    void acceptsDecisionOfControllerByDefaultDeny() {
        String permitted = ALONE.replace("@Controller", "@Controller @jakarta.annotation.security.PermitAll");
        Compilation compilation = Compilations.compile(
                List.of(Compilations.source(permitted)),
                "-Ajetalyst.security.default=deny",
                "-Ajetalyst.warnings=false");

        assertEquals(List.of(), Compilations.lines(compilation));
    }

    /** An application may check the constraints of its classes with a library of its own. */
    @Test
    void leavesConstraintsToTheApplication() {
        List<JavaFileObject> sources =
                Compilations.sources(Path.of("src/test/resources/cases/constraints-without-check/input"));
        Compilation compilation = Compilations.compile(sources, "-Ajetalyst.validation=none", "-Werror");
        assertEquals(List.of(), Compilations.lines(compilation));
        assertFalse(Compilations.generated(compilation, "demo.Articles_Routes").contains("validat"));
    }

    @Test
    void ignoresOptionsOfOtherProcessors() {
        assertTrue(lines("-Aother.option=1").stream().noneMatch(line -> line.contains("[OPTION-")));
    }

    @Test
    void generatesNoLinksIfTurnedOff() {
        Compilation compilation = Compilations.compile(
                Compilations.sources(Path.of("src/test/resources/cases/links/input")), "-Ajetalyst.links=none");

        assertEquals(
                List.of("/SOURCE_OUTPUT/demo/Search_Routes.java"),
                compilation.generatedSourceFiles().stream()
                        .map(FileObject::getName)
                        .filter(name -> name.startsWith("/SOURCE_OUTPUT/demo/Search"))
                        .toList());
    }
}
