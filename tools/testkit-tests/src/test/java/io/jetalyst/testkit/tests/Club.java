package io.jetalyst.testkit.tests;

import io.jetalyst.App;

/** The application under test. */
public final class Club {
    private Club() {}

    public static App app(String... args) {
        return app(new Doors(), args);
    }

    static App app(Doors doors, String... args) {
        return App.builder().args(args).bind(Doors.class, doors).build();
    }
}
