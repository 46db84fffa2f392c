package io.jetalyst.jetty.process;

import io.jetalyst.App;

/** The application that {@link AppProcessTest} starts. */
public final class HelloMain {
    private HelloMain() {}

    public static void main(String[] args) {
        App.builder().args(args).mount(new HelloTable()).build().run();
    }

    /** The same without a table. */
    public static final class Bare {
        private Bare() {}

        public static void main(String[] args) {
            App.builder().args(args).build().run();
        }
    }
}
