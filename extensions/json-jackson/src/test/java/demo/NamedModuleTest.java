package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles an application that is a named module, starts it on the module path in a process of its own, and sends requests. */
class NamedModuleTest {
    /** The entries of the class path that only tests and the compiler need, by the names of their last directories. */
    private static final Pattern TOOLS =
            Pattern.compile("test-classes|junit|testkit|contract|processor|opentest4j|apiguardian|auto-service");

    private static final String PROCESSORS =
            "io.jetalyst.processor.JetalystProcessor,io.jetalyst.processor.IndexProcessor";

    private static final String MODULE = """
            module app {
                requires io.jetalyst.annotations;
                requires io.jetalyst.jetty;
                requires io.jetalyst.json.jackson;
                requires java.net.http;

                provides io.jetalyst.table.RouteTable with app.Rooms_Routes;
                provides io.jetalyst.codec.JsonTypes with app.Rooms_Routes;
                %s
            }
            """;

    private static final String ROOMS = """
            package app;

            import app.model.Tag;
            import io.jetalyst.annotation.*;
            import java.util.List;

            @Controller
            class Rooms {
                record Room(String name, List<Tag> tags) {}

                sealed interface Event {
                    record Joined(String who) implements Event {}
                }

                @Post("/rooms")
                Room create(Room room) { return room; }

                @Get("/event")
                Event event() { return new Event.Joined("Ada"); }
            }
            """;

    private static final String MAIN = """
            package app;

            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpRequest.BodyPublishers;
            import java.net.http.HttpResponse.BodyHandlers;

            public class Main {
                public static void main(String[] args) throws Exception {
                    try (var app = io.jetalyst.App.builder().args("--server.port=0").build().start()) {
                        URI rooms = URI.create("http://localhost:" + app.port() + "/rooms");
                        send(HttpRequest.newBuilder(rooms)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\\"name\\":\\"x\\",\\"tags\\":[{\\"text\\":\\"t\\"}]}")));
                        send(HttpRequest.newBuilder(rooms.resolve("/event")));
                    } catch (io.jetalyst.config.StartupException e) {
                        System.out.println("> " + e.getMessage());
                    }
                }

                private static void send(HttpRequest.Builder request) throws Exception {
                    var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
                    System.out.println("> " + response.statusCode() + " " + response.body());
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void readsAndWritesRecordsOfOpenAndExportedPackages() throws Exception {
        assertEquals(
                List.of(
                        "200 {\"name\":\"x\",\"tags\":[{\"text\":\"t\"}]}",
                        "200 {\"type\":\"joined\",\"who\":\"Ada\"}"),
                run("opens app to tools.jackson.databind; exports app.model;"));
    }

    @Test
    void doesNotStartIfRecordIsNotOpen() throws Exception {
        assertEquals(
                List.of(
                        "app.Rooms reads a body of app.Rooms$Room: The package app is not open to Jackson, which reads"
                                + " app.Rooms$Room by reflection. Add 'opens app to tools.jackson.databind;' to the module-info of app."),
                run("exports app.model;"));
    }

    @Test
    void doesNotStartIfTypeOfMemberIsNotOpen() throws Exception {
        assertEquals(
                List.of(
                        "app.Rooms reads a body of app.Rooms$Room: The package app.model is not open to Jackson, which reads"
                                + " app.model.Tag by reflection. Add 'opens app.model to tools.jackson.databind;' to the module-info of"
                                + " app."),
                run("opens app to tools.jackson.databind;"));
    }

    /** Returns the lines that the application prints. */
    private List<String> run(String directives) throws IOException, InterruptedException {
        compile(directives);
        Path output = root.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath() + File.pathSeparator + root.resolve("classes"),
                        "--module",
                        "app/app.Main")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the application did not end");
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output);
        List<String> lines = printed.lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
        assertTrue(!lines.isEmpty(), printed);
        return lines;
    }

    private void compile(String directives) throws IOException {
        List<Path> sources = new ArrayList<>();
        sources.add(write("module-info.java", MODULE.formatted(directives)));
        sources.add(write("app/Rooms.java", ROOMS));
        sources.add(write("app/Main.java", MAIN));
        sources.add(write("app/model/Tag.java", """
                package app.model;

                public record Tag(String text, java.util.Optional<String> note) {}
                """));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "--module-path", modulePath(),
                                    "-processorpath", System.getProperty("java.class.path"),
                                    "-processor", PROCESSORS,
                                    "-d",
                                            Files.createDirectories(root.resolve("classes"))
                                                    .toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(compiled, messages.toString());
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !TOOLS.matcher(lastNames(entry)).find())
                .filter(entry -> Files.exists(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** {@code processor/target/classes}, or the name of a library and its version. */
    private static String lastNames(String entry) {
        String[] names = entry.split(Pattern.quote(File.separator));
        return String.join("/", Arrays.asList(names).subList(Math.max(0, names.length - 3), names.length));
    }
}
