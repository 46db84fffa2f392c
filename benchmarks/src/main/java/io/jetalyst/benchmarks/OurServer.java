package io.jetalyst.benchmarks;

import io.jetalyst.App;
import java.util.stream.Stream;

/** The application with our annotations; {@code --port=} as for any other. It sends no pings, as the other contestants do not. */
public final class OurServer {
    private OurServer() {}

    public static void main(String[] args) {
        Meter.start();
        String[] limits = {"--socket.ping-interval=60m", "--socket.idle-timeout=120m"};
        App.builder()
                .args(Stream.of(limits, args).flatMap(Stream::of).toArray(String[]::new))
                .build()
                .run();
    }
}
