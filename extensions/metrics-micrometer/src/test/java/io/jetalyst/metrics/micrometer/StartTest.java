package io.jetalyst.metrics.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener.Tcp;
import io.jetalyst.testkit.RawSocket;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The start with and without an address for the metrics. */
class StartTest {
    private static App.Builder app(String... settings) {
        return App.builder().args("--port=0").args(settings).mount(new OrderController_Routes());
    }

    private static String refusal(App.Builder builder) {
        return String.valueOf(assertThrows(
                        StartupException.class, () -> builder.build().start().close())
                .getMessage());
    }

    @Test
    void countsInTheRegistryThatIsBound() {
        MeterRegistry registry = new SimpleMeterRegistry();

        try (RunningApp running =
                app().bind(MeterRegistry.class, registry).build().start()) {
            assertEquals(Optional.empty(), running.metricsListener());
            assertEquals(0, registry.get("websocket.sessions").gauge().value());
            assertEquals(0, registry.get("shop.orders").counter().count());
        }
        assertTrue(!registry.isClosed(), "it belongs to the application");
    }

    /** A process may start its application again, as tests do. */
    @Test
    void showsTheNextApplicationOfARegistry() throws Exception {
        MeterRegistry registry = new SimpleMeterRegistry();
        app().bind(MeterRegistry.class, registry).build().start().close();

        try (RunningApp second =
                        app().bind(MeterRegistry.class, registry).build().start();
                Socket connection = new Socket("127.0.0.1", second.port())) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (connections(registry) != 1 && end - System.nanoTime() > 0) {
                Thread.onSpinWait(); // the server accepts the connection later
            }
            assertEquals(1, connections(registry), connection::toString);
        }
    }

    private static double connections(MeterRegistry registry) {
        return registry.get("http.server.connections").gauge().value();
    }

    /** The page of a foreign name that resolves to this machine would be of the same origin, and could read the metrics (DNS rebinding). */
    @Test
    void answersForTheHostsOfTheApplicationAndAddressesOnly() throws Exception {
        try (RunningApp running = app("--metrics=http://127.0.0.1:0", "--hosts=shop.example")
                .build()
                .start()) {
            assertEquals(421, status(running, "evil.example"));
            assertEquals(421, status(running, "127.0.0.1.evil.example:9090"));
            assertEquals(200, status(running, "shop.example:9090"));
            assertEquals(200, status(running, "localhost"));
            assertEquals(200, status(running, "10.0.3.7:9090"));
        }
    }

    private static int status(RunningApp running, String host) throws Exception {
        Tcp address = (Tcp) running.metricsListener().orElseThrow().address();
        try (RawSocket socket = new RawSocket(address.port())) {
            socket.write(("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder all = new StringBuilder();
            socket.readUntilEnd(all);
            return Integer.parseInt(all.substring(9, 12));
        }
    }

    @Test
    void namesTheSettingOfATakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use. Stop what listens there, or choose another"
                            + " port in server.metrics.",
                    refusal(app("--metrics=http://127.0.0.1:" + taken.getLocalPort())));
        }
    }

    @Test
    void refusesAnAddressForARegistryWithoutText() {
        assertEquals(
                "server.metrics (--metrics) serves the metrics as text for Prometheus, and the MeterRegistry that is"
                        + " bound, io.micrometer.core.instrument.simple.SimpleMeterRegistry, has none. Bind a"
                        + " PrometheusMeterRegistry, or remove the setting.",
                refusal(app("--metrics=http://127.0.0.1:0").bind(MeterRegistry.class, new SimpleMeterRegistry())));
    }
}
