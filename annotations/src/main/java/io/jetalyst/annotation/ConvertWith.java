package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the class that converts a text of the request to a type, or to one parameter or record component.
 *
 * <p>The class has one constructor, whose parameters are injected as those of a {@link Controller}, and one method {@code convert}. The last
 * parameter of {@code convert} is the text, as a {@code String} or as any type of {@link QueryParam}. Each earlier parameter binds to the path
 * variable of its name (or of its {@link PathParam}), which may have a converter itself, or is a {@code Request} or a {@code Context}.
 *
 * <p>The method returns the value, or an {@code Optional}, which is empty if there is none: the client then receives 404 for a path variable,
 * and 400 for another parameter. A parameter {@code Optional<Project>} takes the {@code Optional} of a path variable itself. The method may
 * also return a {@code CompletionStage} of either; the thread of the request waits for it, so it cannot be used on a {@link NonBlocking}
 * route. A converter that returns the value itself, and needs the text only, rejects a text with an {@code IllegalArgumentException}: the
 * client receives 400, and not the message.
 *
 * <p>The framework first converts the texts of all parameters, and answers 400 if one of them is not valid. It then calls the converters that
 * load values, each once for a call of the method, even if several parameters need the value.
 *
 * <pre>{@code
 * @ConvertWith(ProjectConverter.class)
 * record Project(long id, String name) {}
 *
 * @ConvertWith(TaskConverter.class)
 * record Task(long id, String title) {}
 *
 * final class ProjectConverter {
 *     private final Projects projects;
 *
 *     ProjectConverter(Projects projects) { this.projects = projects; }
 *
 *     Optional<Project> convert(long id) { return projects.find(id); }
 * }
 *
 * final class TaskConverter {
 *     Optional<Task> convert(Project project, long id) { return project.task(id); }
 * }
 *
 * @Get("/projects/{project}/tasks/{task}")
 * Task show(Task task) { return task; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface ConvertWith {
    /** The class with the method {@code convert}. */
    Class<?> value();
}
