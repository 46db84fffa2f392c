package io.jetalyst.internal.start;

import static io.jetalyst.internal.start.SampleRoutes.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.config.StartupException;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Topics;
import io.jetalyst.table.RouteTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Hooks, bound instances and the hub of an application that starts and stops. */
class StarterLifeCycleTest {
    @Test
    void topicsUseTheBoundHubAndCloseIt() {
        Hub hub = new MemoryHub();
        RecordingListener listener = new RecordingListener();
        hub.subscribe("room", "", listener);
        List<Topics> got = new ArrayList<>();
        RouteTable table = table("/a", bindings -> got.add(bindings.get(Topics.class)));
        try (RunningApp running =
                app().bind(Hub.class, hub).mount(table).build().start()) {
            assertTrue(running.port() > 0);
            got.get(0).topic("room", String.class).publish("hello");
            assertEquals(List.of("hello"), listener.heard);
        }
        assertThrows(IllegalStateException.class, () -> hub.subscribe("room", "", listener));
    }

    /** Listens to a hub. */
    private static final class RecordingListener implements Hub.Listener {
        final List<String> heard = new ArrayList<>();

        @Override
        public void onStart(Hub.Start start) {}

        @Override
        public void onEntry(Hub.Entry entry) {
            heard.add(new String(((Hub.Message) entry).bytes(), StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}
    }

    @Test
    void callsHooksWithTheRunningApplicationAndClosesBoundInstancesInReverse() {
        List<String> calls = new ArrayList<>();
        RunningApp running = app().bind(Runnable.class, closing("first", calls))
                .bind(AutoCloseable.class, closing("second", calls))
                .mount(table("/a", bindings -> {}))
                .onStart(app -> calls.add("start 1 " + (app.topics().topic("a", String.class) != null)))
                .onStart(app -> calls.add("start 2"))
                .onStop(app -> calls.add("stop 1"))
                .onStop(app -> {
                    calls.add("stop 2");
                    throw new IllegalStateException("a hook that fails");
                })
                .build()
                .start();

        running.close();
        running.close();

        assertEquals(List.of("start 1 true", "start 2", "stop 2", "stop 1", "close second", "close first"), calls);
    }

    @Test
    void closesBoundInstancesIfTheStartFails() {
        List<String> calls = new ArrayList<>();

        assertThrows(
                StartupException.class,
                () -> app("--server.mode=no")
                        .bind(AutoCloseable.class, closing("early", calls))
                        .build()
                        .start());
        assertThrows(
                StartupException.class,
                () -> app("--port=1")
                        .bind(AutoCloseable.class, closing("late", calls))
                        .mount(table("/a", bindings -> {}))
                        .build()
                        .start());
        StartupException hook = assertThrows(
                StartupException.class,
                () -> app().bind(AutoCloseable.class, closing("hook", calls))
                        .mount(table("/a", bindings -> {}))
                        .onStart(app -> {
                            throw new IllegalStateException("no news");
                        })
                        .build()
                        .start());

        assertEquals(List.of("close early", "close late", "close hook"), calls);
        assertTrue(hook.getMessage().contains("no news"), hook.getMessage());
    }

    @Test
    void closesOtherInstancesIfOneFailsWithAnError() {
        List<String> calls = new ArrayList<>();
        AutoCloseable broken = () -> {
            throw new NoClassDefFoundError("a class of a library");
        };
        RunningApp running = app().bind(Runnable.class, closing("first", calls))
                .bind(AutoCloseable.class, broken)
                .mount(table("/a", bindings -> {}))
                .build()
                .start();

        running.close();

        assertEquals(List.of("close first"), calls);
    }

    /** A service may publish while it is closed, whether it was bound before the hub or after it. */
    @Test
    void closesTheHubAfterAllOtherInstances() {
        List<Object> published = new ArrayList<>();
        MemoryHub hub = new MemoryHub();
        RunningApp[] running = new RunningApp[1];
        AutoCloseable publishes = () ->
                published.add(running[0].topics().topic("news", String.class).publish("closing"));
        running[0] = app().bind(AutoCloseable.class, publishes)
                .bind(Hub.class, hub)
                .mount(table("/a", bindings -> {}))
                .build()
                .start();

        running[0].close();

        assertEquals(1, published.size());
        assertEquals(
                "done",
                ((CompletionStage<?>) published.get(0))
                        .handle((value, failure) -> failure == null ? "done" : failure.toString())
                        .toCompletableFuture()
                        .join());
        assertThrows(IllegalStateException.class, () -> hub.subscribe("news", "", new SilentListener()));
    }

    private static final class SilentListener implements Hub.Listener {
        @Override
        public void onStart(Hub.Start start) {}

        @Override
        public void onEntry(Hub.Entry entry) {}

        @Override
        public void flush() {}
    }

    private static Closing closing(String name, List<String> calls) {
        return new Closing(name, calls);
    }

    /** Records when it is closed. */
    private record Closing(String name, List<String> calls) implements AutoCloseable, Runnable {
        @Override
        public void run() {}

        @Override
        public void close() {
            calls.add("close " + name);
        }
    }

    private static App.Builder app(String... args) {
        return App.builder().args(args);
    }
}
