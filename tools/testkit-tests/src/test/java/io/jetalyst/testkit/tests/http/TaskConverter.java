package io.jetalyst.testkit.tests.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the task of a path variable, in the project of another one. */
final class TaskConverter {
    private final Map<String, List<Task>> tasks = Map.of(
            "Garden", List.of(new Task(1, "Rake the leaves")), "Kitchen", List.of(new Task(2, "Paint the door")));

    Optional<Task> convert(Project project, long id) {
        return tasks.get(project.name()).stream()
                .filter(task -> task.id() == id)
                .findFirst();
    }
}
