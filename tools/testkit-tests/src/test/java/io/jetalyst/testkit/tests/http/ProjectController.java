package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.CookieParam;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parameters of many types. */
@Controller
@Path("/projects")
final class ProjectController {
    @Get("/{year}/report")
    String report(
            int year,
            @QueryParam Optional<LocalDate> since,
            @QueryParam @DefaultValue("h") Set<Priority> priorities,
            @HeaderParam List<String> acceptLanguage,
            @CookieParam Optional<String> theme) {
        return year + " " + since + " " + priorities + " " + acceptLanguage + " " + theme;
    }

    @Get("/{project}/tasks/{task}")
    Task task(Task task) {
        return task;
    }

    @Get
    String list(@Params Paging paging, @QueryParam Optional<String> name) {
        return paging + " " + name;
    }
}
