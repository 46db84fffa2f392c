package io.jetalyst.testkit.tests.http;

import java.util.List;
import java.util.Optional;

/** Loads the project of a path variable. */
final class ProjectConverter {
    private final List<Project> projects = List.of(new Project(1, "Garden"), new Project(2, "Kitchen"));

    Optional<Project> convert(long id) {
        return projects.stream().filter(project -> project.id() == id).findFirst();
    }
}
