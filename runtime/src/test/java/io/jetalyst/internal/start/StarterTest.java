package io.jetalyst.internal.start;

import static io.jetalyst.internal.start.SampleRoutes.get;
import static io.jetalyst.internal.start.SampleRoutes.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.table.Lookup;
import io.jetalyst.table.RouteTable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Applications that must not start, and the constructor parameters of controllers. */
class StarterTest {
    @Test
    void withoutATableItRefusesToStartAndShowsWhatToPaste() {
        StartupException refused =
                assertThrows(StartupException.class, () -> app().build().start());

        assertTrue(refused.getMessage().contains("<artifactId>jetalyst-processor</artifactId>"), refused.getMessage());
        assertTrue(refused.getMessage().contains("<annotationProcessorPaths>"), refused.getMessage());
    }

    @Test
    void aTakenPortIsOneSentenceThatNamesAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            StartupException refused = assertThrows(
                    StartupException.class,
                    () -> app("--port=" + port)
                            .mount(table("/a", bindings -> {}))
                            .build()
                            .start());

            assertEquals(
                    "Port " + port + " of 127.0.0.1 is in use. Stop what listens there, or choose another port: --port="
                            + (port + 1) + ".",
                    refused.getMessage());
        }
    }

    @Test
    void stopsTheEngineWhenALaterStepOfTheStartFails() {
        int before = SilentEngine.STOPPED.get();

        assertThrows(
                IllegalStateException.class,
                () -> app("--port=2").mount(table("/a", bindings -> {})).build().start());

        assertEquals(before + 1, SilentEngine.STOPPED.get());
    }

    @Test
    void controllersGetWhatWasBoundAndWhatTheFrameworkOffers() {
        List<Object> got = new ArrayList<>();
        RouteTable table = table("/a", bindings -> {
            got.add(bindings.get(String.class));
            got.add(bindings.get(Settings.class));
            got.add(bindings.get(Topics.class));
            got.add(bindings.get(Integer.class));
        });
        Lookup lookup = new Lookup() {
            @Override
            public <T> T get(Class<T> type) {
                return type.cast(42);
            }
        };

        RunningApp running = app("--chat.name=x")
                .bind(String.class, "bound")
                .lookup(lookup)
                .mount(table)
                .build()
                .start();
        running.close();

        assertEquals("bound", got.get(0));
        assertEquals("x", ((Settings) got.get(1)).get("chat.name").orElseThrow());
        assertInstanceOf(Topics.class, got.get(2));
        assertEquals(42, got.get(3));
    }

    @Test
    void aMissingCollaboratorIsNamedWithTheTableThatNeedsIt() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> app().mount(table("/a", bindings -> bindings.get(List.class)))
                        .build()
                        .start());

        assertTrue(refused.getMessage().contains("needs a java.util.List"), refused.getMessage());
        assertTrue(refused.getMessage().contains(".bind(List.class, …)"), refused.getMessage());
    }

    @Test
    void aLookupThatFailsOrGivesNothingIsNamed() {
        Lookup failing = new Lookup() {
            @Override
            public <T> T get(Class<T> type) {
                throw new IllegalStateException("no such bean");
            }
        };
        RouteTable table = table("/a", bindings -> bindings.get(List.class));

        Lookup empty = new Lookup() {
            @Override
            @SuppressWarnings("NullAway") // what a careless lookup does
            public <T> T get(Class<T> type) {
                return null;
            }
        };

        StartupException failed = assertThrows(
                StartupException.class,
                () -> app().lookup(failing).mount(table).build().start());
        StartupException nothing = assertThrows(
                StartupException.class,
                () -> app().lookup(empty).mount(table).build().start());

        assertTrue(failed.getMessage().contains("no such bean"), failed.getMessage());
        assertTrue(nothing.getMessage().contains("gave null"), nothing.getMessage());
    }

    @Test
    void aResultThatNoCodecCanWriteIsRefusedAtStart() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> app().mount(table("/a", bindings -> bindings.jsonWriter(Map.class)))
                        .build()
                        .start());

        assertTrue(refused.getMessage().contains("jetalyst-json-avaje"), refused.getMessage());
    }

    @Test
    void aControllerThatCannotBeMadeIsNamedWithItsReason() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> app().mount(table("/a", bindings -> {
                            throw new IllegalArgumentException("no database");
                        }))
                        .build()
                        .start());

        assertTrue(refused.getMessage().contains("no database"), refused.getMessage());
    }

    @Test
    void tablesOfSeveralModulesThatAnswerTheSameRequestsAreRefused() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> app().mount(table("/a/{x}", bindings -> {}), table("/a/{y}", bindings -> {}))
                        .build()
                        .start());

        assertTrue(refused.getMessage().startsWith("Two routes answer the same requests"), refused.getMessage());
    }

    @Test
    void aTableOfAnotherFormIsRefused() {
        RouteTable future = new SampleRoutes(get("/a"), RouteTable.FORMAT + 1, bindings -> {});

        StartupException refused = assertThrows(
                StartupException.class, () -> app().mount(future).build().start());

        assertTrue(refused.getMessage().contains("the same version"), refused.getMessage());
    }

    @Test
    void aTypeIsBoundOnceAndALookupGivenOnce() {
        Lookup lookup = new Lookup() {
            @Override
            public <T> T get(Class<T> type) {
                throw new AssertionError("nobody asks");
            }
        };

        assertThrows(
                IllegalStateException.class, () -> app().bind(String.class, "a").bind(String.class, "b"));
        assertThrows(IllegalStateException.class, () -> app().lookup(lookup).lookup(lookup));
    }

    @Test
    void limitsThatDoNotGoTogetherAreRefusedWithTheEndpoint() {
        StartupException settings =
                assertThrows(StartupException.class, () -> start("--socket.ping-interval=60s", SocketOptions.DEFAULT));
        StartupException endpoint = assertThrows(
                StartupException.class,
                () -> start(
                        "--socket.ping-interval=20s",
                        SocketOptions.DEFAULT.limit(SocketLimit.IDLE_TIMEOUT_SECONDS, 20)));

        assertEquals(
                "The settings socket.* do not go together: the ping interval of 60 s must be less than the idle timeout of 60 s.",
                settings.getMessage());
        assertEquals(
                "The limits of Sample.socket and the settings socket.* do not go together: the ping interval of 20 s must be"
                        + " less than the idle timeout of 20 s.",
                endpoint.getMessage());
    }

    private static void start(String argument, SocketOptions options) {
        Route socket = Route.socket("/a", "Sample.socket", options);
        app(argument)
                .mount(new SampleRoutes(socket, RouteTable.FORMAT, bindings -> {}))
                .build()
                .start();
    }

    private static App.Builder app(String... args) {
        return App.builder().args(args);
    }
}
