package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests through the table of a controller whose parameters converters of the application load, or are records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadedConvertersTest {
    private static final String CONTROLLER = """
            package demo;

            import io.jetalyst.annotation.*;
            import io.jetalyst.socket.WebSocketHandshake;
            import java.io.IOException;
            import java.util.*;
            import java.util.concurrent.*;

            @Controller
            final class Loads {
                @ConvertWith(Projects.class) record Project(long id) {}
                @ConvertWith(Tasks.class) record Task(Project project, int id) {}
                @ConvertWith(Users.class) record User(String name) {}
                @ConvertWith(Broken.class) record Fault(String text) {}

                /** Knows the projects below 10. */
                static final class Projects {
                    private final StringBuilder log;
                    Projects(StringBuilder log) { this.log = log; }
                    Optional<Project> convert(long id) {
                        log.append("project ").append(id).append(';');
                        return Optional.of(new Project(id)).filter(project -> id < 10);
                    }
                }
                /** Knows the tasks below the number of their project, and answers on another thread. */
                static final class Tasks {
                    private final StringBuilder log;
                    Tasks(StringBuilder log) { this.log = log; }
                    CompletionStage<Optional<Task>> convert(Project project, int id) {
                        log.append("task ").append(project.id()).append('/').append(id).append(';');
                        return CompletableFuture.supplyAsync(() -> Optional.of(new Task(project, id)).filter(task -> id < project.id()));
                    }
                }
                /** Knows the users whose names begin with a capital letter. */
                static final class Users {
                    Optional<User> convert(String name) {
                        return Optional.of(new User(name)).filter(user -> Character.isUpperCase(name.charAt(0)));
                    }
                }
                static final class Broken {
                    CompletionStage<Fault> convert(String text) throws IOException {
                        if (text.equals("now")) throw new IOException("now");
                        return text.equals("null") ? CompletableFuture.completedFuture(null)
                                : CompletableFuture.failedFuture(new CompletionException(new IOException("later")));
                    }
                }
                static final class Even {
                    int convert(int number) {
                        if (number % 2 != 0) throw new IllegalArgumentException("secret");
                        return number;
                    }
                }
                static final class Words {
                    List<String> convert(String text) { return List.of(text.split(",")); }
                }

                record Paging(@QueryParam @DefaultValue("1") int page, @QueryParam @DefaultValue("20") int size) {
                    Paging { if (page < 1 || size > 100) throw new IllegalArgumentException("secret " + page); }
                }
                record Filter(Project project, @Params Paging paging, @QueryParam Optional<User> owner) {
                    Filter { if (owner.isPresent() && project.id() == 5) throw new IllegalArgumentException("secret"); }
                }

                @Get("/projects/{project}") String project(Project project) { return "" + project; }
                @Get("/maybe/{project}") String maybe(Optional<Project> project) { return "" + project; }
                @Get("/projects/{project}/tasks/{task}") String task(Task task, @QueryParam @DefaultValue("0") int page) {
                    return task + " " + page;
                }
                @Get("/both/{project}/{task}") String both(Task task, Project project, @PathParam("project") long id) {
                    return (task.project() == project) + " " + id;
                }
                @Get("/users") String users(@QueryParam User owner, @QueryParam Optional<User> reader, @QueryParam List<User> members,
                        @QueryParam Set<User> guests, @QueryParam User[] others) {
                    return owner + " " + reader + " " + members + " " + guests + " " + Arrays.toString(others);
                }
                @Get("/plain") String plain(@QueryParam @ConvertWith(Even.class) int even, @QueryParam @ConvertWith(Words.class) List<String> words,
                        @QueryParam @ConvertWith(Even.class) int[] all) {
                    return even + " " + words + " " + Arrays.toString(all);
                }
                @Get("/broken/{fault}") String broken(Fault fault) { return "" + fault; }
                @Get("/paging") String paging(@Params Paging paging, @QueryParam @DefaultValue("0") int more) { return paging + " " + more; }
                @Get("/filter/{project}") String filter(@Params Filter filter) { return "" + filter; }
                @WebSocket("/projects/{project}") boolean socket(WebSocketHandshake handshake, Project project) { return project.id() == 1; }
            }
            """;

    private final StringBuilder log = new StringBuilder();
    private LoadedController controller;

    @BeforeAll
    void load(@TempDir Path root) throws Exception {
        controller = new LoadedController(root, "Loads", CONTROLLER, log);
    }

    @AfterAll
    void close() throws Exception {
        controller.close();
    }

    @BeforeEach
    void clear() {
        log.setLength(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/projects/7 | Project[id=7]",
                "/maybe/7 | Optional[Project[id=7]]",
                "/maybe/70 | Optional.empty",
                "/projects/7/tasks/3 | Task[project=Project[id=7], id=3] 0",
                "/both/7/3 | true 7",
                "/users?owner=Ann | User[name=Ann] Optional.empty [] [] []",
                "/users?owner=Ann&reader=Ben&members=C&members=D&members=C&guests=E&guests=E&others=F "
                        + "| User[name=Ann] Optional[User[name=Ben]] [User[name=C], User[name=D], User[name=C]] [User[name=E]] [User[name=F]]",
                "/plain?even=4&words=a,b&all=2&all=6 | 4 [a, b] [2, 6]",
                "/paging | Paging[page=1, size=20] 0",
                "/filter/7?page=2&owner=Ann | Filter[project=Project[id=7], paging=Paging[page=2, size=20], owner=Optional[User[name=Ann]]]",
            })
    void answers(String target, String body) throws Exception {
        assertEquals(body, controller.get(target));
    }

    @ParameterizedTest
    @CsvSource({"/projects/70", "/projects/70/tasks/3", "/projects/7/tasks/8"})
    void answersNotFoundIfAVariableRefersToNothing(String target) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> controller.get(target));
        assertEquals(404, problem.status().code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/projects/x | path project type must be a whole number",
                "/users | query owner required is missing",
                "/users?owner=ann | query owner unknown refers to something that does not exist",
                "/users?owner=Ann&members=B&members=c | query members[1] unknown refers to something that does not exist",
                "/plain?even=3&words=a | query even type is not valid",
                "/plain?even=2&words=a&all=2&all=3 | query all[1] type is not valid",
                "/paging?page=0 | query page invalid is not valid, alone or with the other parameters",
                "/filter/5?owner=Ann | path project invalid is not valid, alone or with the other parameters",
            })
    void rejectsAndNamesTheParameter(String target, String expected) {
        InputError error = problem(target).errors().get(0);
        assertEquals(expected, error.in() + " " + error.name() + " " + error.code() + " " + error.detail());
    }

    private BindingProblem problem(String target) {
        return assertThrows(BindingProblem.class, () -> controller.get(target));
    }

    @Test
    void loadsNothingWhileATextIsNotValid() {
        assertEquals(2, problem("/projects/x/tasks/y").errors().size());
        assertEquals(1, problem("/projects/7/tasks/3?page=x").errors().size());
        assertEquals("", log.toString());
    }

    @Test
    void loadsEachValueOnce() throws Exception {
        controller.get("/both/7/3");
        assertEquals("project 7;task 7/3;", log.toString());
    }

    @Test
    void listsTheMistakesOfARecordWithTheOthers() {
        assertEquals(
                List.of("page invalid", "size invalid", "more type"),
                problem("/paging?page=0&more=x").errors().stream()
                        .map(error -> error.name() + " " + error.code())
                        .toList());
        assertEquals(
                List.of("page type", "more type"),
                problem("/paging?page=x&more=x").errors().stream()
                        .map(error -> error.name() + " " + error.code())
                        .toList());
        assertFalse(problem("/paging?page=0").toString().contains("secret"));
    }

    @Test
    void propagatesTheExceptionOfAConverter() {
        assertEquals(
                "now",
                assertThrows(IOException.class, () -> controller.get("/broken/now"))
                        .getMessage());
        assertEquals(
                "later",
                assertThrows(IOException.class, () -> controller.get("/broken/later"))
                        .getMessage());
        assertThrows(NullPointerException.class, () -> controller.get("/broken/null"));
    }

    @Test
    void loadsParametersOfSockets() throws Exception {
        assertTrue(controller.connect("/projects/1"));
        assertFalse(controller.connect("/projects/2"));
        assertThrows(HttpProblem.class, () -> controller.connect("/projects/10"));
    }
}
