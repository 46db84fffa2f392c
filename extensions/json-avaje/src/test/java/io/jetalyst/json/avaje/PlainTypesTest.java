package io.jetalyst.json.avaje;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.codec.UnsupportedTypeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types without any annotation of a JSON library. The test compiles them with both processors, and reads and writes them. */
class PlainTypesTest {
    private Project project;

    @BeforeEach
    void write(@TempDir Path root) throws IOException {
        project = new Project(root)
                .write("demo/Rooms.java", """
                        package demo;

                        import io.jetalyst.annotation.*;
                        import io.jetalyst.socket.*;
                        import java.util.*;
                        import demo.Events.*;
                        import org.jspecify.annotations.Nullable;

                        @Controller
                        class Rooms {
                            enum Color { RED, BLUE }
                            record NewRoom(String name, Optional<String> topic, @Nullable String note,
                                    @DefaultValue("20") int seats, @DefaultValue("BLUE") Color color, List<Tag> tags) {}
                            record Tag(String text) {}
                            record Envelope(Event first, List<Event> rest) {}

                            @Post("/rooms") Event create(@Body NewRoom room) { return new Created(room); }
                            @Get("/event") Event event() { return new Gone(); }
                            @Get("/envelope") Envelope envelope() {
                                return new Envelope(new Gone(), List.of(new Here(List.of("Ada")), new Left("Ada")));
                            }
                            @WebSocket("/socket") boolean open(WebSocketHandshake handshake) { return false; }
                        }
                        """)
                .write("demo/Events.java", """
                        package demo;

                        import io.jetalyst.annotation.*;
                        import java.util.*;

                        class Events {
                            sealed interface Event {}
                            record Created(Rooms.NewRoom room) implements Event {}
                            record Here(List<String> who) implements Event {}
                            record Left(String who) implements Event {}
                            @Kind("bye") record Gone() implements Event {}
                        }
                        """)
                .write("demo/Say.java", """
                        package demo;

                        /** A message, whose class occurs in method bodies only. */
                        record Say(String text) {}
                        """)
                .write("demo/Hidden.java", """
                        package demo;

                        interface Hidden {
                            /** Public, in an interface that is not. */
                            record Message(String text) implements Hidden {}

                            record Generic<T>(T item) implements Hidden {}
                        }
                        """)
                .write("demo/Services.java", """
                        package demo;

                        /** A record that is no JSON. */
                        record Services(Runnable work, Thread thread, Services other) {}
                        """)
                .write("other/Command.java", """
                        package other;

                        import io.jetalyst.annotation.*;

                        @Messages
                        @Discriminator("do")
                        public sealed interface Command {
                            record Say(String text) implements Command {}
                            sealed interface Move extends Command {}
                            record Left(int steps) implements Move {}
                            record Stop() implements Move {}
                        }
                        """);
        assertEquals(
                List.of(),
                project.compile(
                        List.of(
                                "demo/Rooms.java",
                                "demo/Events.java",
                                "demo/Say.java",
                                "demo/Hidden.java",
                                "demo/Services.java",
                                "other/Command.java"),
                        "-Ajetalyst.warnings=false"));
    }

    @Test
    void areWritten() throws Exception {
        assertEquals("{\"type\":\"bye\"}", project.copy("demo.Events$Event", "{\"type\":\"bye\"}"));
        assertEquals(
                "{\"first\":{\"type\":\"bye\"},\"rest\":[{\"type\":\"here\",\"who\":[\"Ada\"]},{\"type\":\"left\",\"who\":\"Ada\"}]}",
                project.copy(
                        "demo.Rooms$Envelope",
                        "{\"rest\":[{\"who\":[\"Ada\"],\"type\":\"here\"},{\"who\":\"Ada\",\"type\":\"left\"}],\"first\":{\"type\":\"bye\"}}"));
    }

    @Test
    void haveOptionalMembersAndDefaults() throws Exception {
        assertEquals(
                "{\"name\":\"a\",\"seats\":20,\"color\":\"BLUE\",\"tags\":[]}",
                project.copy("demo.Rooms$NewRoom", "{\"name\":\"a\",\"tags\":[]}"));
        MalformedBodyException malformed = assertThrows(
                MalformedBodyException.class,
                () -> project.copy("demo.Rooms$NewRoom", "{\"tags\":[{\"text\":\"x\"},{}]}"));
        assertEquals(
                List.of("/tags/1/text", "/name"),
                malformed.faults().stream().map(BodyFault::pointer).toList());
    }

    @Test
    void ofThePackageOfASocketAreKnown() throws Exception {
        assertEquals("{\"text\":\"x\"}", project.copy("demo.Say", "{\"text\":\"x\"}"));
        assertThrows(MalformedBodyException.class, () -> project.copy("demo.Say", "{}"));
    }

    @Test
    void ofMessagesAreKnownInAnyPackage() throws Exception {
        assertEquals("{\"do\":\"left\",\"steps\":1}", project.copy("other.Command", "{\"steps\":1,\"do\":\"left\"}"));
        assertEquals("{\"do\":\"stop\"}", project.copy("other.Command", "{\"do\":\"stop\"}"));
        assertEquals("{\"do\":\"stop\"}", project.copy("other.Command$Move", "{\"do\":\"stop\"}"));
    }

    @Test
    void thatArePublicInHiddenTypesAreKnown() throws Exception {
        assertEquals("{\"text\":\"x\"}", project.copy("demo.Hidden$Message", "{\"text\":\"x\"}"));
    }

    /** Only avaje-jsonb writes adapters of generic records. */
    @Test
    void thatAreGenericAndOutOfReachAreExplained() {
        UnsupportedTypeException unsupported =
                assertThrows(UnsupportedTypeException.class, () -> project.copy("demo.Hidden$Generic", "{}"));
        assertTrue(
                String.valueOf(unsupported.getMessage()).contains("Make demo.Hidden public"), unsupported.getMessage());
    }

    @Test
    void surviveCompilationOfAPart() throws Exception {
        for (String part : List.of("demo/Rooms.java", "demo/Say.java", "other/Command.java")) {
            assertEquals(
                    List.of(),
                    project.compile(List.of(part), "-Ajetalyst.warnings=false").stream()
                            .filter(line -> !line.contains("not recognized") && !line.contains("-Werror"))
                            .toList());
            haveOptionalMembersAndDefaults();
            ofThePackageOfASocketAreKnown();
            ofMessagesAreKnownInAnyPackage();
        }
    }
}
