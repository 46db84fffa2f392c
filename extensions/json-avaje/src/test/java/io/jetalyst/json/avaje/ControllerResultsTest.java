package io.jetalyst.json.avaje;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.UnsupportedTypeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of controllers are sent as JSON without an annotation. The test compiles controllers with both processors and calls them. */
class ControllerResultsTest {
    private static final List<String> ALL =
            List.of("demo/Rooms.java", "demo/Room.java", "demo/Person.java", "demo/Page.java", "other/Shop.java");

    private Project project;

    @BeforeEach
    void write(@TempDir Path root) throws IOException {
        project = new Project(root)
                .write("demo/Rooms.java", """
                        package demo;

                        import io.avaje.jsonb.Json;
                        import io.jetalyst.annotation.*;
                        import java.time.Instant;
                        import java.util.*;
                        import java.util.concurrent.*;

                        @Controller
                        class Rooms {
                            enum Color { RED }
                            record NestedPage<T>(List<T> items) {}
                            record Nested(Color color, Instant at) {}
                            @Json record Annotated(@Json.Property("n") String name) {}
                            @Json(typeProperty = "type")
                            @Json.SubType(type = Circle.class, name = "circle")
                            sealed interface Shape {}
                            @Json record Circle(int radius) implements Shape {}

                            private static final Room ROOM = new Room("lobby", new Person("Ada"));

                            @Get("/room") Room room() { return ROOM; }
                            @Get("/list") List<Room> list() { return List.of(ROOM); }
                            @Get("/array") Person[] array() { return new Person[] {new Person("Ada")}; }
                            @Get("/map") Map<String, Person> map() { return Map.of("a", new Person("Ada")); }
                            @Get("/page") Page<Room> page() { return new Page<>(List.of(ROOM), 7); }
                            @Get("/nested") NestedPage<Room> nested() { return new NestedPage<>(List.of(ROOM)); }
                            @Get("/deep") Map<String, List<NestedPage<Person>>> deep() {
                                return Map.of("a", List.of(new NestedPage<>(List.of(new Person("Ada")))));
                            }
                            @Get("/later") CompletionStage<Optional<Nested>> later() {
                                return CompletableFuture.completedFuture(Optional.of(new Nested(Color.RED, Instant.EPOCH)));
                            }
                            @Get("/annotated") Annotated annotated() { return new Annotated("x"); }
                            @Get("/shape") Shape shape() { return new Circle(1); }
                            @Get("/number") int number() { return 3; }
                        }
                        """)
                .write("demo/Room.java", "package demo; public record Room(String name, Person owner) {}")
                .write("demo/Person.java", "package demo; public record Person(String name) {}")
                .write(
                        "demo/Page.java",
                        "package demo; import java.util.List; record Page<T>(List<T> items, int of) {}")
                .write("other/Shop.java", """
                        package other;

                        import demo.Person;
                        import io.jetalyst.annotation.*;

                        @Controller
                        class Shop {
                            @Get("/shop") Offer offer() { return new Offer(new Person("Bob"), 5); }
                            @Get("/seller") Person seller() { return new Person("Bob"); }
                            record Offer(Person seller, int price) {}
                        }
                        """);
    }

    private void assertAnswers() throws Exception {
        assertEquals(
                Map.ofEntries(
                        Map.entry("/nested", "{\"items\":[{\"name\":\"lobby\",\"owner\":{\"name\":\"Ada\"}}]}"),
                        Map.entry("/deep", "{\"a\":[{\"items\":[{\"name\":\"Ada\"}]}]}"),
                        Map.entry("/room", "{\"name\":\"lobby\",\"owner\":{\"name\":\"Ada\"}}"),
                        Map.entry("/list", "[{\"name\":\"lobby\",\"owner\":{\"name\":\"Ada\"}}]"),
                        Map.entry("/array", "[{\"name\":\"Ada\"}]"),
                        Map.entry("/map", "{\"a\":{\"name\":\"Ada\"}}"),
                        Map.entry("/page", "{\"items\":[{\"name\":\"lobby\",\"owner\":{\"name\":\"Ada\"}}],\"of\":7}"),
                        Map.entry("/later", "{\"color\":\"RED\",\"at\":\"1970-01-01T00:00:00Z\"}"),
                        Map.entry("/annotated", "{\"n\":\"x\"}"),
                        Map.entry("/shape", "{\"type\":\"circle\",\"radius\":1}"),
                        Map.entry("/number", "3")),
                project.answers("demo.Rooms_Routes"));
        assertEquals(
                Map.of(
                        "/shop", "{\"seller\":{\"name\":\"Bob\"},\"price\":5}",
                        "/seller", "{\"name\":\"Bob\"}"),
                project.answers("other.Shop_Routes"));
    }

    @Test
    void areWrittenAsJsonWithoutAnnotation() throws Exception {
        assertEquals(List.of(), project.compile(ALL));
        assertAnswers();
    }

    @Test
    void areImportedNextToEachController() throws IOException {
        project.compile(ALL);
        assertEquals(List.of("demo/Rooms_Routes.java", "other/Shop_Routes.java"), project.descriptions());
        String table = project.generated("demo/Rooms_Routes.java");
        String imports =
                "@Json.Import({Page.class, Person.class, Room.class, Rooms.Nested.class, Rooms.NestedPage.class})";
        assertTrue(table.contains("\n" + imports + "\n"), table);
        assertTrue(table.contains("""
                    @Override
                    public List<JsonShape> shapes() {
                        return List.of(
                                JsonShape.record(Page.class).required("items", "of"),
                                JsonShape.record(Person.class).required("name"),
                                JsonShape.record(Room.class).required("name", "owner"),
                                JsonShape.record(Rooms.Annotated.class).required("n"),
                                JsonShape.record(Rooms.Nested.class).required("color", "at"),
                                JsonShape.record(Rooms.NestedPage.class).required("items"));
                    }
                """), table);
    }

    @Test
    void survivePartialRecompilation() throws Exception {
        project.compile(ALL);
        for (List<String> changed : List.of(
                List.of("demo/Rooms.java"),
                List.of("other/Shop.java"),
                List.of("demo/Person.java"),
                List.of("other/Shop.java", "demo/Room.java"))) {
            assertEquals(List.of(), project.compile(changed));
            assertAnswers();
        }
    }

    @Test
    void areLeftToTheUserIfTheOptionIsNone() throws Exception {
        assertEquals(List.of(), project.compile(ALL, "-Ajetalyst.json=none"));
        assertEquals(List.of(), project.descriptions());
        String message = assertThrows(UnsupportedTypeException.class, () -> project.answers("other.Shop_Routes"))
                .getMessage();
        assertTrue(message.startsWith("There is no JSON adapter for demo.Person."), message);
        assertTrue(message.contains("mvn clean compile"), message);
        assertTrue(message.contains("(avaje-jsonb: No JsonAdapter for class demo.Person"), message);
    }

    @Test
    void areNotImportedWithoutAvajeOrResults(@TempDir Path root) throws Exception {
        List<String> shop = List.of("demo/Person.java", "other/Shop.java");
        assertEquals(List.of(), project.compileWithoutAvaje(shop));
        assertEquals(List.of("other/Shop_Routes.java"), project.descriptions());
        assertFalse(project.generated("other/Shop_Routes.java").contains("@Json.Import"));

        Project modest = new Project(root).write("demo/Modest.java", """
                package demo;

                import io.jetalyst.annotation.*;
                import java.util.*;

                @Controller
                class Modest {
                    static final class Bean { private String odd; }

                    @Get("/text") String text() { return "x"; }
                    @Get("/list") List<Integer> list() { return List.of(1); }
                    @Get("/bean") Bean bean() { return new Bean(); }
                    @Get("/any") Object any() { return 1; }
                }
                """);
        assertEquals(List.of(), modest.compile(List.of("demo/Modest.java")));
        assertEquals(List.of(), modest.descriptions());
    }

    @Test
    void mayBeDeprecated(@TempDir Path root) throws Exception {
        Project old = new Project(root)
                .write("demo/Old.java", "package demo; @Deprecated public record Old(int x) {}")
                .write("demo/Olds.java", """
                        package demo;

                        import io.jetalyst.annotation.*;

                        @Controller
                        class Olds {
                            @Deprecated @Get("/old") Old old() { return new Old(1); }
                        }
                        """);
        List<String> told = old.compile(List.of("demo/Old.java", "demo/Olds.java"));
        assertEquals(
                List.of(),
                told.stream().filter(line -> line.contains("_Routes")).toList());
        assertTrue(old.generated("demo/Olds_Routes.java").contains("@SuppressWarnings(\"deprecation\")"));
    }
}
