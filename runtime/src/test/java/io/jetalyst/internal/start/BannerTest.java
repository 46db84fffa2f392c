package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.start.FiltersTest.SharedFilter;
import io.jetalyst.internal.systemd.Supervisor;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.table.RouteTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines that an application prints when it listens. */
class BannerTest {
    @Test
    void inDevModeItShowsTheLimitsOfEachSocket() {
        SocketOptions options = SocketOptions.DEFAULT.limit(SocketLimit.MAX_QUEUED_FRAMES, 8);

        assertEquals(
                List.of(
                        "  WEBSOCKET /a                               Sample.socket",
                        "            message 1,000 bytes, frame 1,000 bytes, 1,024 fragments, 30 s; 50 messages/s, 100 at once;"
                                + " queue 8 frames, 256 KiB, then close; 100 topics; ping 25 s, idle 60 s"),
                routes(options, "--socket.max-message-bytes=1000"));
    }

    @Test
    void itShowsTheCompressionOfASocketThatHasOne() {
        String limits = "            " + SocketLimits.DEFAULT;

        assertEquals(limits, routes(SocketOptions.DEFAULT).get(1));
        assertEquals(
                limits + "; compression context takeover",
                routes(SocketOptions.DEFAULT.compression(SocketOptions.Deflate.CONTEXT_TAKEOVER))
                        .get(1));
    }

    @Test
    void itShowsWhichSocketsNeverBlock() {
        SocketOptions options = SocketOptions.DEFAULT
                .compression(SocketOptions.Deflate.NO_CONTEXT_TAKEOVER)
                .nonBlocking(true);

        assertEquals(
                "            " + SocketLimits.DEFAULT + "; compression no context takeover; non-blocking",
                routes(options).get(1));
    }

    @Test
    void itShowsWhoIsLetIn() {
        SocketOptions options =
                SocketOptions.DEFAULT.origins("https://a.example", "*").subprotocols("v2", "v1");
        String line = "            " + SocketLimits.DEFAULT + "; origins https://a.example *; ";

        assertEquals(line + "subprotocols v2 v1", routes(options).get(1));
        assertEquals(
                line + "one of the subprotocols v2 v1",
                routes(options.requireSubprotocol()).get(1));
    }

    @Test
    void showsTheFiltersOfEachRoute() {
        Route route = SampleRoutes.get("/a").filtered(SharedFilter.class);

        assertEquals(
                List.of(
                        "  GET       /a                               Sample.get",
                        "            filters FiltersTest.SharedFilter"),
                lines(new FiltersTest.FilteredRoutes(route)));
    }

    @Test
    void showsEveryAddressAsBrowserUsesIt() {
        assertTrue(banner(SocketOptions.DEFAULT, "--host=0.0.0.0", "--port=7")
                .startsWith("Listening on http://localhost:7 (started in "));
        String listen = "--listen=http://127.0.0.1:7,unix:/run/a.sock?mode=600,http://[::1]:8";
        assertTrue(banner(SocketOptions.DEFAULT, listen)
                .startsWith("Listening on http://localhost:7, unix:/run/a.sock, http://[::1]:8 (started in "));
    }

    /** The lines of an application with one socket. */
    private static List<String> routes(SocketOptions options, String... arguments) {
        return banner(options, arguments)
                .lines()
                .filter(line -> line.startsWith("  "))
                .toList();
    }

    private static List<String> lines(RouteTable table) {
        return banner(table).lines().filter(line -> line.startsWith("  ")).toList();
    }

    private static String banner(SocketOptions options, String... arguments) {
        Route socket = Route.socket("/a", "Sample.socket", options);
        return banner(new SampleRoutes(socket, RouteTable.FORMAT, bindings -> {}), arguments);
    }

    private static String banner(RouteTable table, String... arguments) {
        Started started = Starter.start(new ApplicationParts(
                Stream.concat(Stream.of("--mode=dev"), Stream.of(arguments)).toList(),
                Map.of(StringBuilder.class, new StringBuilder()),
                null,
                List.of(table),
                List.of(),
                List.of(),
                Map.of()));
        String banner = Banner.of(started, Duration.ZERO);
        new Shutdown(started, Supervisor.none()).run(() -> {});
        return banner;
    }
}
