package io.jetalyst.jetty.process;

import io.jetalyst.App;

/** The application that {@link SiegeTest} attacks. */
public final class SiegeMain {
    private SiegeMain() {}

    public static void main(String[] args) {
        App.builder().args(args).mount(new SiegeTable()).build().run();
    }
}
