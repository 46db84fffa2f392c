package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.WebSocketHandshake.MessageListener;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles types of messages with those who listen to them, loads both, and sends messages through. */
class MessagesTest {
    private static final String COMMAND = """
            package demo;
            import io.jetalyst.annotation.Messages;
            @Messages
            sealed interface Command {
                record Say(String text) implements Command {}
                sealed interface Move extends Command {
                    record Left(int steps) implements Move {}
                }
                enum Jump implements Command { HIGH { @Override public String toString() { return "high"; } } }
            }
            """;

    private static final String VISIT = """
            package demo;
            import io.jetalyst.socket.WebSocketSession;
            import java.util.List;
            record Visit(List<String> heard) implements Command_Listener {
                @Override public void onSay(WebSocketSession session, Command.Say message) { heard.add("say " + message.text()); }
                @Override public void onLeft(WebSocketSession session, Command.Move.Left message) { heard.add("left " + message.steps()); }
                @Override public void onJump(WebSocketSession session, Command.Jump message) { heard.add("jump " + message); }
            }
            """;

    private static final String SAMPLES = """
            package demo;
            import java.util.List;
            class Samples {
                static List<Command> all() {
                    return List.of(new Command.Say("hello"), new Command.Move.Left(3), Command.Jump.HIGH);
                }
            }
            """;

    private static final List<String> SOURCES = List.of("demo/Command.java", "demo/Visit.java", "demo/Samples.java");

    private final List<String> heard = new ArrayList<>();

    @TempDir
    Path root;

    private Workspace workspace() throws IOException {
        return new Workspace(root)
                .write("demo/Command.java", COMMAND)
                .write("demo/Visit.java", VISIT)
                .write("demo/Samples.java", SAMPLES);
    }

    private static void compile(Workspace workspace, String... names) throws IOException {
        assertEquals(
                List.of(),
                workspace
                        .compile(List.of(names), "--release", "17", "-Xlint:all,-processing", "-Werror")
                        .lines());
    }

    /** Sends all samples to a visit, as a session would. */
    @SuppressWarnings("unchecked")
    private void send(Workspace workspace) throws Exception {
        URL[] classes = {workspace.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Constructor<?> visit = loader.loadClass("demo.Visit").getDeclaredConstructor(List.class);
            visit.setAccessible(true);
            MessageListener<Object> listener = (MessageListener<Object>) visit.newInstance(heard);
            var samples = loader.loadClass("demo.Samples").getDeclaredMethod("all");
            samples.setAccessible(true);
            for (Object message : (List<Object>) samples.invoke(null)) {
                listener.onMessage(null, message);
            }
        }
    }

    @Test
    void callsMethodOfEachKind() throws Exception {
        Workspace workspace = workspace();
        compile(workspace, SOURCES.toArray(String[]::new));
        send(workspace);
        assertEquals(List.of("say hello", "left 3", "jump high"), heard);
    }

    @Test
    void rejectsListenerWithoutMethodForAKind() throws IOException {
        Workspace workspace = workspace()
                .write("demo/Command.java", COMMAND.replace("enum", "record Leave() implements Command {}\n enum"));
        Workspace.Outcome outcome = workspace.compile(SOURCES);
        assertFalse(outcome.success());
        assertEquals(1, outcome.lines().size(), outcome.lines().toString());
        assertTrue(outcome.lines()
                .get(0)
                .startsWith(
                        "Visit.java:4 demo.Visit is not abstract and does not override" + " abstract method onLeave("));
    }

    @Test
    void refusesKindCompiledAfterTheListener() throws Exception {
        Workspace workspace = workspace();
        compile(workspace, SOURCES.toArray(String[]::new));
        workspace
                .write("demo/Command.java", COMMAND.replace("enum", "record Leave() implements Command {}\n enum"))
                .write("demo/Samples.java", SAMPLES.replace("List.of(", "List.of(new Command.Leave(), "));
        Workspace later = new Workspace(root); // the listener and the visit stay as they are
        assertTrue(later.compile(List.of(), List.of("demo/Command.java", "demo/Samples.java"), "-proc:none")
                .success());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> send(workspace));
        assertEquals("Command_Listener was compiled without demo.Command$Leave", refused.getMessage());
    }

    @Test
    void waitsForKindOfAnotherProcessor() throws IOException {
        Workspace workspace = new Workspace(root).write("demo/Command.java", """
                package demo;
                import io.jetalyst.annotation.Messages;
                @Messages
                sealed interface Command permits Command.Say, Written {
                    record Say() implements Command {}
                }
                """);
        Workspace.Outcome outcome = workspace.compile(
                List.of(new MessagesProcessor(), new GeneratingProcessor(1, "implements Command")),
                List.of("demo/Command.java"),
                "-Xlint:all,-processing",
                "-Werror");
        assertEquals(List.of(), outcome.lines());
        assertTrue(workspace.generated("demo/Command_Listener.java").contains("void onWritten("));
    }

    /** Somebody may run it all the same, as Eclipse allows. */
    @Test
    void writesPlaceholderForMessagesWithErrors() throws Exception {
        Workspace broken = workspace()
                .write(
                        "demo/Command.java",
                        COMMAND.replace("enum", "non-sealed interface Open extends Command {} enum"));
        assertEquals(1, broken.compile(SOURCES).lines().size());
        String placeholder = broken.generated("demo/Command_Listener.java");
        assertTrue(
                placeholder.contains("throw new IllegalStateException(\"demo.Command was compiled with errors\");"),
                placeholder);
    }
}
