package io.jetalyst.testkit.tests.readme;

import io.jetalyst.App;

/** The application of the README. */
final class Main {
    private Main() {}

    static App app(String... args) {
        return App.builder().args(args).mount(new HelloController_Routes()).build();
    }
}
