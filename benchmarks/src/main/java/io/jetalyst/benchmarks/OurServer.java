package io.jetalyst.benchmarks;

import io.jetalyst.App;

/** The application with our annotations; {@code --port=} as for any other. */
public final class OurServer {
    private OurServer() {}

    public static void main(String[] args) {
        Meter.start();
        App.builder().args(args).build().run();
    }
}
