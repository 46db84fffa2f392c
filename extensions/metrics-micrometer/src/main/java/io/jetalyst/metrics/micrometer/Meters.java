package io.jetalyst.metrics.micrometer;

import io.jetalyst.engine.ServerLimit;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.observe.ClosedSocket;
import io.jetalyst.observe.ClosedSocket.Traffic;
import io.jetalyst.observe.CompletedRequest;
import io.jetalyst.observe.CompletedRequest.End;
import io.jetalyst.observe.Statistics;
import io.jetalyst.socket.CloseStatus.Cause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one application. Every value of a tag is one of few: the application, and not a client, decides which ones there are. Safe
 * for all threads.
 */
final class Meters implements AutoCloseable {
    private static final String BYTES = "bytes";

    private final MeterRegistry registry;
    private final Map<Requests, Timer> requests = new ConcurrentHashMap<>();
    private final Counter aborted;
    private final Counter failed;
    private final Counter received;
    private final Counter sent;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    /** Those of the running application, which end with it: the registry would keep the values of an application that has ended for the next one. */
    private final List<Meter> observed = new ArrayList<>();
    /** A reference, because gauges have weak ones only. */
    private @Nullable Statistics statistics;

    private record Requests(String method, String uri, int status) {}

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.aborted = incomplete(End.ABORTED);
        this.failed = incomplete(End.FAILED);
        this.received = Counter.builder("http.server.received")
                .description("Content of requests that was read")
                .baseUnit(BYTES)
                .register(registry);
        this.sent = Counter.builder("http.server.sent")
                .description("Content of responses that was sent")
                .baseUnit(BYTES)
                .register(registry);
        List<MeterBinder> process = List.of(
                collections,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics());
        process.forEach(binder -> binder.bindTo(registry));
    }

    private Counter incomplete(End end) {
        return Counter.builder("http.server.incomplete")
                .description("Requests whose response was not sent completely")
                .tag("end", lowerCase(end))
                .register(registry);
    }

    void count(CompletedRequest request) {
        Requests kind = new Requests(method(request), uri(request), request.status());
        requests.computeIfAbsent(kind, this::timer).record(request.duration());
        received.increment(request.receivedBytes());
        sent.increment(request.sentBytes());
        if (request.end() == End.ABORTED) {
            aborted.increment();
        } else if (request.end() == End.FAILED) {
            failed.increment();
        }
    }

    private Timer timer(Requests kind) {
        return Timer.builder("http.server.requests")
                .description("Requests, from the end of their head to the end of the response")
                .tag("method", kind.method())
                .tag("uri", kind.uri())
                .tag("status", Integer.toString(kind.status()))
                .tag("outcome", Outcome.forStatus(kind.status()).name())
                .register(registry);
    }

    /** A client can send any token. */
    private static String method(CompletedRequest request) {
        return HttpMethod.of(request.request().method()).map(Enum::name).orElse("OTHER");
    }

    /** The template of the route, and never the path. */
    private static String uri(CompletedRequest request) {
        return request.route().orElse(request.status() == 404 ? "NOT_FOUND" : "UNKNOWN");
    }

    void count(ClosedSocket socket) {
        Timer.builder("websocket.sessions.closed")
                .description("Sessions, from their opening to their end")
                .tag("uri", socket.route())
                .tag("code", code(socket))
                .tag("cause", lowerCase(socket.status().cause()))
                .register(registry)
                .record(socket.duration());
    }

    /** A client can send any code from 3000 to 4999. */
    private static String code(ClosedSocket socket) {
        int code = socket.status().code();
        return code >= 3000 && socket.status().cause() == Cause.CLIENT ? code / 1000 + "xxx" : Integer.toString(code);
    }

    void observe(Statistics started) {
        statistics = started;
        gauge("http.server.connections", "Open connections, with those of sockets", null, Statistics::connections);
        gauge("http.server.active.requests", "Requests that are being answered", null, Statistics::requests);
        gauge("http.server.tasks", "Requests and tasks that run where they may block", null, Statistics::blockingTasks);
        gauge("http.server.tasks.max", "The limit of these tasks", null, Statistics::maxBlockingTasks);
        for (ServerLimit limit : ServerLimit.values()) {
            observed.add(FunctionCounter.builder(
                            "http.server.rejections",
                            started,
                            state -> state.rejections().count(limit))
                    .description("Rejections, for each limit of the server")
                    .tag("limit", lowerCase(limit))
                    .register(registry));
        }
        gauge("websocket.sessions", "Open sessions", null, Statistics::sockets);
        gauge("websocket.queued", "Bytes in the send queues of all sessions", BYTES, Statistics::queuedBytes);
        gauge("websocket.topics", "Topics with subscribers", null, Statistics::topics);
        gauge("websocket.subscriptions", "Subscriptions to topics", null, Statistics::subscriptions);
        traffic("websocket.messages.received", "Messages of clients", null, Traffic::receivedMessages);
        traffic("websocket.messages.sent", "Messages to clients", null, Traffic::sentMessages);
        traffic("websocket.messages.dropped", "Messages for full send queues", null, Traffic::droppedMessages);
        traffic("websocket.received", "Bytes of the frames of clients", BYTES, Traffic::receivedBytes);
        traffic("websocket.sent", "Bytes of the frames to clients", BYTES, Traffic::sentBytes);
    }

    private void gauge(String name, String description, @Nullable String unit, ToDoubleFunction<Statistics> value) {
        observed.add(Gauge.builder(name, statistics, value)
                .description(description)
                .baseUnit(unit)
                .register(registry));
    }

    private void traffic(String name, String description, @Nullable String unit, ToDoubleFunction<Traffic> value) {
        observed.add(FunctionCounter.builder(name, statistics, state -> value.applyAsDouble(state.traffic()))
                .description(description)
                .baseUnit(unit)
                .register(registry));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        observed.forEach(registry::remove);
        collections.close();
    }
}
