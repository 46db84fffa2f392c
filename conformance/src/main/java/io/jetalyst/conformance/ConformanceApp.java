package io.jetalyst.conformance;

import io.jetalyst.App;

/** Starts the echoes, for a suite that runs elsewhere. */
public final class ConformanceApp {
    private ConformanceApp() {}

    /** Takes {@code --port=}, {@code --host=}, {@code --mode=}; ends with the process. */
    public static void main(String[] args) {
        app(args).run();
    }

    static App app(String... args) {
        return App.builder().args(args).build();
    }
}
