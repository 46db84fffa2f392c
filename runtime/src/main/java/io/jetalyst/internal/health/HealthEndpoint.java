package io.jetalyst.internal.health;

import io.jetalyst.codec.json.JsonText;
import io.jetalyst.health.Health;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Answers GET requests for {@code /health/live} and {@code /health/ready}. No filter runs before it, and the host of the request does not
 * count, because a load balancer knows an address only. A response says only one word, except to clients of this machine in dev mode. Safe for
 * all threads.
 */
public final class HealthEndpoint {
    private static final String LIVE = "/live";
    private static final String READY = "/ready";

    private final Set<String> paths;
    private final Checks checks;
    private volatile State state = State.STARTING;

    private enum State {
        STARTING,
        UP,
        STOPPING
    }

    private HealthEndpoint(Set<String> paths, Checks checks) {
        this.paths = paths;
        this.checks = checks;
    }

    /** Answers no request. */
    public static HealthEndpoint off() {
        return new HealthEndpoint(Set.of(), new Checks(List.of()));
    }

    /**
     * Answers requests for the two paths, except those that are routes of the application.
     *
     * @param base the beginning of both paths, such as {@code /health}
     * @param routes the paths of the application's routes
     */
    public static HealthEndpoint of(String base, Collection<String> routes, Checks checks) {
        Set<String> paths =
                paths(base).stream().filter(path -> !routes.contains(path)).collect(Collectors.toUnmodifiableSet());
        return new HealthEndpoint(paths, checks);
    }

    /** Both paths with this beginning. */
    public static Set<String> paths(String base) {
        return Set.of(base + LIVE, base + READY);
    }

    /** Whether {@link #answer} is to be called for this request. */
    public boolean isFor(Request request) {
        return paths.contains(request.path())
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }

    /** The application has started. */
    public void started() {
        state = State.UP;
    }

    /**
     * The application stops.
     *
     * @return whether it had been ready before
     */
    public boolean stopping() {
        boolean ready = state == State.UP;
        state = State.STOPPING;
        return ready;
    }

    /**
     * The response, at once or when the checks are done.
     *
     * @param isDetailed whether the response has the results of the checks
     */
    public CompletionStage<Response> answer(Request request, boolean isDetailed) {
        if (request.path().endsWith(LIVE)) {
            return CompletableFuture.completedFuture(response("up", ""));
        }
        return switch (state) {
            case STARTING -> CompletableFuture.completedFuture(response("starting", ""));
            case STOPPING -> CompletableFuture.completedFuture(response("stopping", ""));
            case UP -> checks.results().thenApply(results -> response(results, isDetailed));
        };
    }

    private static Response response(List<CheckResult> results, boolean detailed) {
        String status = results.stream().allMatch(CheckResult::isUp) ? "up" : "down";
        return response(
                status,
                detailed
                        ? results.stream()
                                .map(HealthEndpoint::json)
                                .collect(Collectors.joining(",", ",\"checks\":[", "]"))
                        : "");
    }

    private static String json(CheckResult result) {
        String name = "{\"name\":" + JsonText.quoted(result.name());
        return result.health() instanceof Health.Down down
                ? name + ",\"status\":\"down\",\"reason\":" + JsonText.quoted(down.reason()) + "}"
                : name + ",\"status\":\"up\"}";
    }

    private static Response response(String status, String more) {
        byte[] json = ("{\"status\":\"" + status + "\"" + more + "}").getBytes(StandardCharsets.UTF_8);
        return Response.bytes("application/json", json)
                .header("Cache-Control", "no-store")
                .status(status.equals("up") ? Status.OK : Status.SERVICE_UNAVAILABLE);
    }
}
