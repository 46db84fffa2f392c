package io.jetalyst.conformance;

import io.jetalyst.App;
import java.util.stream.Stream;

/** Starts the echoes, for a suite that runs elsewhere. */
public final class ConformanceApp {
    private ConformanceApp() {}

    /** Takes {@code --port=}, {@code --host=}, {@code --mode=}; ends with the process. */
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
