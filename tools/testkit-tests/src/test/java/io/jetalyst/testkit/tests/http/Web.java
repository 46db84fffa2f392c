package io.jetalyst.testkit.tests.http;

import io.jetalyst.App;
import java.nio.file.Path;

/** The application of the guide to HTTP. */
final class Web {
    private Web() {}

    static App app(Path folder, String... args) {
        return App.builder()
                .args(args)
                .args("--files.folder=" + folder)
                .mount(
                        new ArticleController_Routes(),
                        new EventsController_Routes(),
                        new ProjectController_Routes(),
                        new ReportController_Routes(),
                        new LiveController_Routes(),
                        new FilesController_Routes(),
                        new PhotoController_Routes())
                .build();
    }
}
