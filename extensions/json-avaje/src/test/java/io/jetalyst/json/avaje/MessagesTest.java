package io.jetalyst.json.avaje;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of messages with both {@code @Messages} and {@code @Json}, compiled with our processors and that of avaje-jsonb. */
class MessagesTest {
    private static final String SUB_TYPES = """
            @Json.SubType(type = Command.Say.class, name = "say")
            @Json.SubType(type = Command.Move.Left.class, name = "left")
            """;

    @TempDir
    Path root;

    /** Returns the problems of messages with these annotations. */
    private List<String> compile(String subTypes) throws IOException {
        Project project = new Project(root)
                .write("demo/Command.java", """
                package demo;

                import io.avaje.jsonb.Json;
                import io.jetalyst.annotation.Messages;

                @Messages
                @Json(typeProperty = "type")
                %spublic sealed interface Command {
                    record Say(String text) implements Command {}

                    sealed interface Move extends Command {
                        record Left(int steps) implements Move {}
                    }
                }
                """.formatted(subTypes))
                .write("demo/Visit.java", """
                package demo;

                import io.jetalyst.socket.WebSocketSession;

                abstract class Visit implements Command_Listener {
                    @Override
                    public void onSay(WebSocketSession session, Command.Say message) {}

                    @Override
                    public void onLeft(WebSocketSession session, Command.Move.Left message) {}
                }
                """);
        return project.compile(List.of("demo/Command.java", "demo/Visit.java")).stream()
                .map(text -> text.lines().findFirst().orElseThrow().replaceAll(".*(Command.java:\\d+)", "$1"))
                .toList();
    }

    @Test
    void compilesMessageTypesWithDiscriminators() throws IOException {
        assertEquals(List.of(), compile(SUB_TYPES));
    }

    @Test
    void rejectsMessageTypeWithoutSubType() throws IOException {
        assertEquals(
                List.of(
                        "Command.java:7: error: [MESSAGE-006] Command has no @Json.SubType for Command.Move.Left, so its JSON"
                                + " would be {} and could not be read. Add @Json.SubType(type = Command.Move.Left.class, name ="
                                + " \"left\") to Command."),
                compile(SUB_TYPES.lines().findFirst().orElseThrow() + "\n"));
    }

    @Test
    void rejectsSealedTypeWithoutSubTypesOnce() throws IOException {
        assertEquals(
                List.of(
                        "Command.java:7: error: [MESSAGE-006] Command has no @Json.SubType for Command.Move.Left, Command.Say,"
                                + " so its JSON would be {} and could not be read. Add @Json.SubType(type ="
                                + " Command.Move.Left.class, name = \"left\") @Json.SubType(type = Command.Say.class, name ="
                                + " \"say\") to Command."),
                compile(""));
    }

    /** Without the check, avaje-jsonb compiles such a type, and writes <code>{}</code>. */
    @Test
    void rejectsSentTypeWithoutSubType() throws IOException {
        Project project = new Project(root).write("demo/Out.java", """
                package demo;

                import io.avaje.jsonb.Json;

                @Json(typeProperty = "type")
                @Json.SubType(type = Out.Said.class, name = "said")
                public sealed interface Out {
                    record Said(String text) implements Out {}

                    record Left(String who) implements Out {}
                }
                """);
        List<String> said = project.compile(List.of("demo/Out.java"));
        assertEquals(1, said.size(), said.toString());
        assertTrue(said.get(0).contains("[MESSAGE-006] Out has no @Json.SubType for Out.Left,"), said.get(0));
    }

    /** Without the check, avaje-jsonb generates code that does not compile, or that writes the name of the discriminator. */
    @Test
    void rejectsMembersOfOneNameAndSeveralTypes() throws IOException {
        Project project = new Project(root).write("demo/Out.java", """
                package demo;

                import io.avaje.jsonb.Json;
                import java.util.List;

                @Json(typeProperty = "type")
                @Json.SubType(type = Out.Joined.class, name = "joined")
                @Json.SubType(type = Out.Left.class, name = "left")
                @Json.SubType(type = Out.Here.class, name = "here")
                public sealed interface Out {
                    record Here(List<String> who) implements Out {}

                    record Joined(String who) implements Out {}

                    record Left(String who) implements Out {}
                }
                """);
        List<String> said = project.compile(List.of("demo/Out.java")).stream()
                .filter(line -> !line.contains("OutJsonAdapter"))
                .map(line -> line.lines().findFirst().orElseThrow().replaceAll(".*(Out.java:\\d+)", "$1"))
                .toList();
        assertEquals(
                List.of(
                        "Out.java:13: error: [MESSAGE-008] The member who has the type List<String> in Out.Here and String in"
                                + " Out.Joined, which avaje-jsonb confuses. Rename one of them, or give both one type."),
                said);
    }
}
