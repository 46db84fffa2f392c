package io.jetalyst.conformance;

import io.jetalyst.App;
import java.util.stream.Stream;

/** Starts the echo endpoints for a test suite in another process. */
public final class ConformanceApp {
    private ConformanceApp() {}

    /** Accepts {@code --port=}, {@code --host=} and {@code --mode=}; runs until the process ends. */
    public static void main(String[] args) {
        app(args).run();
    }

    /** The suite sends messages of 16 MiB in fragments of 64 bytes, and takes its time. */
    private static String[] withLimits(String... args) {
        return Stream.concat(
                        Stream.of("--socket.max-fragments=" + (16 << 20) / 64, "--socket.message-timeout=10m"),
                        Stream.of(args))
                .toArray(String[]::new);
    }

    static App app(String... args) {
        return App.builder().args(withLimits(args)).build();
    }
}
