package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ConvertWith;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.PathParam;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Request;
import io.jetalyst.socket.WebSocketHandshake;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Controller
@Path("/projects/{project}")
class Tasks {
    interface Store {
        Optional<Project> project(long id);
    }

    @ConvertWith(ProjectConverter.class)
    record Project(long id) {}

    @ConvertWith(TaskConverter.class)
    record Task(Project project, UUID id) {}

    @ConvertWith(Users.class)
    interface User {}

    record ProjectConverter(Store store) {
        Optional<Project> convert(long id) {
            return store.project(id);
        }
    }

    static class TaskConverter {
        private final List<Task> tasks;

        TaskConverter(List<Task> tasks) {
            this.tasks = tasks;
        }

        CompletionStage<Optional<Task>> convert(Project project, Request request, UUID id) {
            return CompletableFuture.completedFuture(tasks.stream()
                    .filter(task -> task.project().equals(project))
                    .findFirst());
        }
    }

    static class Users {
        CompletableFuture<User> convert(String name) throws IOException {
            throw new IOException(name);
        }
    }

    abstract static class Texts<T> {
        public abstract T convert(String text);
    }

    static class Words extends Texts<List<String>> {
        @Override
        public List<String> convert(String text) {
            return List.of(text.split(","));
        }
    }

    static class Squares {
        int convert(int number) {
            return number * number;
        }
    }

    @Get
    String project(Project project, @QueryParam Optional<String> tag) {
        return "";
    }

    @Get("/maybe")
    String maybe(Optional<Project> project) {
        return "";
    }

    @Get("/tasks/{task}")
    String task(Task task) {
        return "";
    }

    @Put("/tasks/{task}")
    void change(Task task, long project, @PathParam("project") Project loaded) {}

    @Get("/users")
    String users(
            long project,
            @QueryParam User owner,
            @QueryParam Optional<User> reader,
            @QueryParam List<User> members,
            @QueryParam Set<User> guests,
            @QueryParam User[] others) {
        return "";
    }

    @Get("/plain")
    @NonBlocking
    String plain(
            Project project,
            @QueryParam @ConvertWith(Words.class) List<String> words,
            @QueryParam @ConvertWith(Squares.class) int square,
            @QueryParam @ConvertWith(Squares.class) int[] squares) {
        return "";
    }

    @WebSocket("/tasks/{task}")
    boolean socket(WebSocketHandshake handshake, Task task) {
        return false;
    }
}
