package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.PrimitiveArrays;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Tasks}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Tasks_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/projects/{project}", "Tasks.project").produces("text/plain"),
                Route.get("/projects/{project}/maybe", "Tasks.maybe").produces("text/plain"),
                Route.get("/projects/{project}/plain", "Tasks.plain").produces("text/plain").nonBlocking(),
                Route.get("/projects/{project}/tasks/{task}", "Tasks.task").produces("text/plain"),
                Route.put("/projects/{project}/tasks/{task}", "Tasks.change"),
                Route.socket("/projects/{project}/tasks/{task}", "Tasks.socket"),
                Route.get("/projects/{project}/users", "Tasks.users").produces("text/plain"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Tasks(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Tasks controller;
        private final Tasks.ProjectConverter projectConverter;
        private final Tasks.Words words;
        private final Tasks.Squares squares;
        private final Tasks.TaskConverter taskConverter;
        private final Tasks.Users users;

        @SuppressWarnings("unchecked")
        Calls(Tasks controller, Bindings bindings) {
            this.controller = controller;
            this.projectConverter = new Tasks.ProjectConverter(bindings.get(Tasks.Store.class));
            this.words = new Tasks.Words();
            this.squares = new Tasks.Squares();
            this.taskConverter = new Tasks.TaskConverter(bindings.get(List.class));
            this.users = new Tasks.Users();
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    long projectId = params.path(0, "project").toLong();
                    Optional<String> tag = params.query("tag").optional(Converters.TEXT);
                    params.check();
                    Tasks.Project project = params.found(projectConverter.convert(projectId));
                    yield Results.text(controller.project(project, tag));
                }
                case 1 -> {
                    long projectId = params.path(0, "project").toLong();
                    params.check();
                    Optional<Tasks.Project> project = projectConverter.convert(projectId);
                    yield Results.text(controller.maybe(project));
                }
                case 2 -> {
                    long projectId = params.path(0, "project").toLong();
                    List<String> words2 = params.query("words").to(words::convert);
                    Integer square = params.query("square").to(text -> squares.convert(Converters.toInt(text)));
                    int[] squares2 = PrimitiveArrays.toInts(params.query("squares").list(text2 -> squares.convert(Converters.toInt(text2))));
                    params.check();
                    Tasks.Project project = params.found(projectConverter.convert(projectId));
                    yield Results.text(controller.plain(project, words2, square, squares2));
                }
                case 3 -> {
                    long projectId = params.path(0, "project").toLong();
                    UUID taskId = params.path(1, "task").to(Converters.UUID);
                    params.check();
                    Tasks.Project project = params.found(params.once(() -> projectConverter.convert(projectId), projectConverter, projectId));
                    Tasks.Task task = params.found(params.await(params.once(() -> taskConverter.convert(project, context.request(), taskId), taskConverter, project, context.request(), taskId)));
                    yield Results.text(controller.task(task));
                }
                case 4 -> {
                    long loadedId = params.path(0, "project").toLong();
                    UUID taskId = params.path(1, "task").to(Converters.UUID);
                    long project = params.path(0, "project").toLong();
                    params.check();
                    Tasks.Project loaded = params.found(projectConverter.convert(loadedId));
                    Tasks.Task task = params.found(params.await(taskConverter.convert(loaded, context.request(), taskId)));
                    controller.change(task, project, loaded);
                    yield Results.none();
                }
                case 6 -> {
                    long project = params.path(0, "project").toLong();
                    String ownerName = params.query("owner").toText();
                    Optional<String> readerName = params.query("reader").optional(Converters.TEXT);
                    List<String> membersName = params.query("members").list(Converters.TEXT);
                    List<String> guestsName = params.query("guests").list(Converters.TEXT);
                    List<String> othersName = params.query("others").list(Converters.TEXT);
                    params.check();
                    Tasks.User owner = params.present(params.await(users.convert(ownerName)));
                    Optional<Tasks.User> reader = params.query("reader").foundOptional(readerName, name -> Optional.of(params.await(users.convert(name))));
                    List<Tasks.User> members = params.query("members").foundList(membersName, name2 -> Optional.of(params.await(users.convert(name2))));
                    Set<Tasks.User> guests = params.query("guests").foundSet(guestsName, name3 -> Optional.of(params.await(users.convert(name3))));
                    Tasks.User[] others = params.query("others").foundList(othersName, name4 -> Optional.of(params.await(users.convert(name4)))).toArray(Tasks.User[]::new);
                    params.check();
                    yield Results.text(controller.users(project, owner, reader, members, guests, others));
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) throws Exception {
            Params params = Params.of(context);
            return switch (route) {
                case 5 -> {
                    long projectId = params.path(0, "project").toLong();
                    UUID taskId = params.path(1, "task").to(Converters.UUID);
                    params.check();
                    Tasks.Project project = params.found(params.once(() -> projectConverter.convert(projectId), projectConverter, projectId));
                    Tasks.Task task = params.found(params.await(params.once(() -> taskConverter.convert(project, context.request(), taskId), taskConverter, project, context.request(), taskId)));
                    yield controller.socket(handshake, task);
                }
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}
