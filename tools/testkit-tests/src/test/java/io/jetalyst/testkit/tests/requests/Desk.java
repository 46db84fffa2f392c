package io.jetalyst.testkit.tests.requests;

import io.jetalyst.App;

/** The application under test. */
final class Desk {
    private Desk() {}

    static App app(String... args) {
        return App.builder().args(args).mount(new DeskController_Routes()).build();
    }
}
