package io.jetalyst.benchmarks;

import io.jetalyst.App;
import io.jetalyst.table.RouteTable;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The application with our annotations; {@code --port=} as for any other. {@code --only=} names the one controller that it has. It sends no
 * pings, as the other contestants do not.
 */
public final class OurServer {
    private static final String ONLY = "--only=";

    private OurServer() {}

    public static void main(String[] args) {
        Meter.start();
        Stream<String> limits = Stream.of("--socket.ping-interval=60m", "--socket.idle-timeout=120m");
        Stream<String> settings = Stream.of(args).filter(arg -> !arg.startsWith(ONLY));
        App.builder()
                .args(Stream.concat(limits, settings).toArray(String[]::new))
                .mount(Stream.of(args)
                        .filter(arg -> arg.startsWith(ONLY))
                        .map(arg -> table(arg.substring(ONLY.length())))
                        .toArray(RouteTable[]::new))
                .build()
                .run();
    }

    private static RouteTable table(String controller) {
        return ServiceLoader.load(RouteTable.class).stream()
                .filter(table -> table.type().getSimpleName().equals(controller + "_Routes"))
                .findFirst()
                .orElseThrow()
                .get();
    }
}
