package io.jetalyst.testkit.tests;

import io.jetalyst.App;

/** The application under test. */
public final class Club {
    private Club() {}

    public static App app(String... args) {
        return app(new Doors(), args);
    }

    static App app(Doors doors, String... args) {
        return App.builder()
                .args(args)
                .mount(new ClubController_Routes(), new SourcesController_Routes())
                .bind(Doors.class, doors)
                .build();
    }
}
