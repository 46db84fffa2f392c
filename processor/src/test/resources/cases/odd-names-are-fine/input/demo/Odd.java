package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.PathParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class Odd {
    static final class String {}

    @Get("/{param}/{value}/{x-y}")
    Optional<Integer> show(java.lang.String param, int value, @PathParam("x-y") Optional<UUID> bindings, @QueryParam Optional<Kind> route) {
        return Optional.of(value);
    }

    enum Kind {
        A
    }

    @Get("/$dollar/$L/$$")
    void connect() {}

    @Get("/Results")
    Results params(@QueryParam("$S \"quoted\\") java.lang.String params) {
        return new Results();
    }

    @Post
    void call(@QueryParam int integerWriter) throws IOException, InterruptedException {}

    @Post("/record")
    Record record(@QueryParam int record, @QueryParam @DefaultValue("a\"b") java.lang.String var) {
        return null;
    }

    @Get("/annotated")
    java.lang.@Nullable String annotated(
            @QueryParam java.lang.@Nullable String text, @QueryParam Optional<@Nullable Kind> kind) {
        return text;
    }

    @Get("/annotated/list")
    List<@Nullable Kind> annotatedList() {
        return List.of();
    }

    static final class Results {}

    static final class Calls {}

    @Get("/calls")
    Calls calls() {
        return new Calls();
    }

    static final class Route {}

    @Get("/route")
    List<Route> route() {
        return List.of();
    }

    @Get("/types/{Params}")
    java.lang.String types(
            int Params,
            @QueryParam Kind Results,
            @QueryParam Optional<Kind> Param,
            @QueryParam java.lang.String io,
            @QueryParam java.lang.String java,
            @QueryParam java.lang.String JteViews) {
        return io;
    }
}
