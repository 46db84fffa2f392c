package io.jetalyst.testkit.tests.http;

import io.jetalyst.App;
import java.nio.file.Path;

/** An application with static files, and a directory of files. */
final class Gallery {
    private Gallery() {}

    static App app(Path uploads, String... args) {
        return App.builder()
                .args(args)
                .mount(new GalleryController_Routes())
                .files("/uploads", uploads)
                .build();
    }
}
