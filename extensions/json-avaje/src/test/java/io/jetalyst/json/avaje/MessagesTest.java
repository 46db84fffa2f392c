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

    /** What is wrong with messages that carry these annotations. */
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
        List<String> said = compile(SUB_TYPES.lines().findFirst().orElseThrow() + "\n");

        assertEquals(
                List.of(
                        "Command.java:7: error: [MESSAGE-006] Command has no @Json.SubType for Command.Move.Left, so no text could"
                                + " be read as one. Add @Json.SubType(type = Command.Move.Left.class, name = \"left\") to Command."),
                said);
    }

    @Test
    void rejectsSealedTypeWithoutSubTypes() throws IOException {
        List<String> said = compile("");

        assertEquals(2, said.size(), said.toString());
        assertTrue(
                said.stream().allMatch(line -> line.startsWith("Command.java:7: error: [MESSAGE-006]")),
                said.toString());
    }
}
