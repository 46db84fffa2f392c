package io.jetalyst.json.avaje;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.codec.MalformedBodyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public records in classes and interfaces that are not public. The adapters that avaje-jsonb would generate for them do not compile, so the
 * processor of Jetalyst writes them.
 */
class HiddenRecordsTest {
    @TempDir
    Path root;

    private Project chat() throws IOException {
        return new Project(root).write("demo/Chat.java", """
                package demo;

                import io.jetalyst.annotation.*;
                import java.util.*;

                @Controller
                class Chat {
                    enum Color { RED, BLUE }

                    sealed interface Event {
                        record Joined(String who, int age, boolean admin, Optional<String> topic, OptionalInt seats,
                                @DefaultValue("3") int copies, Color color, Map<String, List<Color>> colors, String[] tags)
                                implements Event {}

                        record Left(String who, List<Event> before, Optional<Left> last) implements Event {}

                        record Ping() implements Event {}
                    }

                    public record Shown(int x) {}

                    protected record Kept(Shown shown) {}

                    record Page<T>(List<T> items, Event.Ping ping) {}

                    @Get("/event") Event event() {
                        return new Event.Left("Ada", List.of(new Event.Ping()), Optional.of(new Event.Left("Bob", List.of(), Optional.empty())));
                    }
                    @Get("/page") Page<Kept> page() { return new Page<>(List.of(new Kept(new Shown(1))), new Event.Ping()); }
                    @Post("/event") void take(Event event) {}
                }
                """);
    }

    @Test
    void areReadAndWritten() throws Exception {
        Project project = chat();
        assertEquals(List.of(), project.compile(List.of("demo/Chat.java")));
        String joined =
                "{\"type\":\"joined\",\"who\":\"Ada\",\"age\":7,\"admin\":true,\"topic\":\"x\",\"seats\":4,\"copies\":9,"
                        + "\"color\":\"RED\",\"colors\":{\"a\":[\"BLUE\"]},\"tags\":[\"b\"]}";
        assertEquals(joined, project.copy("demo.Chat$Event", joined));
        String left =
                "{\"type\":\"left\",\"who\":\"Ada\",\"before\":[{\"type\":\"ping\"}],\"last\":{\"who\":\"Bob\",\"before\":[]}}";
        assertEquals(left, project.copy("demo.Chat$Event", left));
        assertEquals(
                "{\"type\":\"joined\",\"who\":\"Ada\",\"age\":7,\"admin\":false,\"copies\":3,\"color\":\"RED\",\"colors\":{},"
                        + "\"tags\":[]}",
                project.copy(
                        "demo.Chat$Event",
                        "{\"who\":\"Ada\",\"age\":7,\"admin\":false,\"color\":\"RED\",\"colors\":{},\"tags\":[],\"type\":\"joined\"}"));
    }

    @Test
    void haveRequiredMembers() throws Exception {
        Project project = chat();
        project.compile(List.of("demo/Chat.java"));
        MalformedBodyException malformed = assertThrows(
                MalformedBodyException.class,
                () -> project.copy("demo.Chat$Event", "{\"type\":\"joined\",\"who\":null,\"age\":\"x\"}"));
        assertEquals(
                List.of(
                        "/who required",
                        "/age type",
                        "/admin required",
                        "/color required",
                        "/colors required",
                        "/tags required"),
                malformed.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .toList());
    }

    @Test
    void areResults() throws Exception {
        Project project = chat().write("demo/Other.java", """
                package demo;

                import io.jetalyst.annotation.*;

                @Controller
                class Other {
                    @Get("/ping") Chat.Event.Ping ping() { return new Chat.Event.Ping(); }
                }
                """);
        assertEquals(List.of(), project.compile(List.of("demo/Chat.java", "demo/Other.java")));
        assertEquals(Map.of("/ping", "{}"), project.answers("demo.Other_Routes"));
        assertEquals(List.of(), project.compile(List.of("demo/Other.java")));
        assertEquals(Map.of("/ping", "{}"), project.answers("demo.Other_Routes"));
    }

    /** A record that only a socket reads has an adapter, too, and one that nothing reads does not break the compilation. */
    @Test
    void mayBeInThePackageOfSocket() throws Exception {
        Project project = new Project(root).write("demo/Room.java", """
                package demo;

                import io.jetalyst.annotation.*;
                import io.jetalyst.socket.*;

                @Controller
                class Room {
                    interface Types {
                        record Item(String name) {}
                    }

                    record Internal(Types.Item item) {}

                    sealed interface Command {
                        record Say(String text) implements Command {}
                    }

                    @Get("/room") String page() { return ""; }

                    @WebSocket("/room")
                    boolean open(WebSocketHandshake handshake) {
                        handshake.onMessage(Command.class, (session, command) -> {});
                        return true;
                    }
                }
                """);
        assertEquals(List.of(), project.compile(List.of("demo/Room.java")));
        assertEquals(
                "{\"type\":\"say\",\"text\":\"x\"}",
                project.copy("demo.Room$Command", "{\"text\":\"x\",\"type\":\"say\"}"));
        assertEquals("{\"item\":{\"name\":\"x\"}}", project.copy("demo.Room$Internal", "{\"item\":{\"name\":\"x\"}}"));
    }

    @Test
    void mayBeMessages() throws Exception {
        Project project = new Project(root).write("demo/Command.java", """
                package demo;

                import io.jetalyst.annotation.*;

                @Messages
                sealed interface Command {
                    record Say(String text) implements Command {}
                }
                """);
        assertEquals(List.of(), project.compile(List.of("demo/Command.java")));
        assertEquals(
                "{\"type\":\"say\",\"text\":\"x\"}", project.copy("demo.Command", "{\"type\":\"say\",\"text\":\"x\"}"));
    }

    /** Only avaje-jsonb knows the JSON of such a record. */
    @Test
    void areRejectedIfGenericOrAnnotated() throws Exception {
        Project project = new Project(root).write("demo/Hidden.java", """
                package demo;

                import io.avaje.jsonb.Json;
                import io.jetalyst.annotation.*;

                @Controller
                class Hidden {
                    interface Types {
                        record Page<T>(T item) {}
                    }

                    protected record Renamed(@Json.Property("y") int x) {}

                    @Get("/page") Types.Page<String> page() { return null; }
                    @Get("/renamed") Renamed renamed() { return null; }
                }
                """);
        assertEquals(
                List.of(
                        "Hidden.java:12: error: [RESULT-005] Hidden.Renamed is protected in Hidden, which is not public, so"
                                + " avaje-jsonb cannot name it. Remove protected from Renamed.",
                        "Hidden.java:9: error: [RESULT-005] Hidden.Types.Page is public, as each type in an interface is, in"
                                + " Hidden.Types, which is not public, so avaje-jsonb cannot name it. Declare Page beside"
                                + " Hidden.Types and not in it, or make Hidden and Hidden.Types public."),
                project.compile(List.of("demo/Hidden.java")).stream()
                        .map(text -> text.lines().findFirst().orElseThrow().replaceAll(".*(Hidden.java:\\d+)", "$1"))
                        .sorted()
                        .toList());
    }
}
