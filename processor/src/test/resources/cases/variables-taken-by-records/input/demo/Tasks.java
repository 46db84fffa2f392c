package demo;

import io.jetalyst.annotation.*;
import io.jetalyst.body.Submitted;
import java.util.*;

/** Each method has one mistake: the last parameter. */
@Controller
class Tasks {
    record Project(long id) {}

    record Task(Project project, long id) {}

    static class ProjectConverter {
        Optional<Project> convert(long project) { return Optional.empty(); }
    }

    static class TaskConverter {
        Optional<Task> convert(@ConvertWith(ProjectConverter.class) Project project, long task) { return Optional.empty(); }
    }

    record Key(String project, @PathParam("task") String number) {}

    record Outer(@Params Key key, @QueryParam String other) {}

    record Form(String project, @FormParam String title) {}

    @Get("/a/{project}/{task}")
    void byRecord(@Params Key key, String tsk) {}

    @Get("/b/{project}/{task}/{other}")
    void byRecordInRecord(@Params Outer outer, String number) {}

    @Get("/c/{project}/{task}")
    void byConverter(@ConvertWith(TaskConverter.class) Task task, String number) {}

    @Post("/d/{project}/{other}")
    void bySubmitted(@Params Submitted<Form> form, String number) {}
}
