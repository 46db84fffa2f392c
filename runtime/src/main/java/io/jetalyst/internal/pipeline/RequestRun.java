package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.RouteFilters;
import io.jetalyst.route.Route;
import io.jetalyst.security.Identity;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: its context, its position in the chain of filters, and the single response that ends it. All of that is one
 * object, because every request needs it.
 */
final class RequestRun extends TimedRequest implements Next, Runnable {
    private HttpMethod method = HttpMethod.GET;
    /** The route of a WebSocket endpoint, which the pipeline asks first. */
    private Match.@Nullable Found endpoint;
    /** The page of the endpoint's path. */
    private Match.@Nullable Found page;

    private @Nullable Match unanswered;
    private @Nullable HttpProblem refusal;
    private @Nullable Handshakes handshakes;
    /** The filters of the route that answers, which run inside those of the application. */
    private @Nullable RouteFilters routeFilters;

    private int nextFilter;
    /** Whether the WebSocket endpoint has declined, so that the page of its path answers. */
    private boolean isDeclined;
    /** The engine's thread while it runs the filters; other threads may block. */
    private @Nullable Thread engineThread;
    /** Whether a filter or the controller has returned: every filter before it has used its one call then. */
    private boolean returned;

    RequestRun(Pipeline pipeline, Exchange exchange, Request request) {
        super(pipeline, exchange, request);
    }

    /** The request's method and route were found. */
    void routed(HttpMethod method, Match match) {
        this.method = method;
        if (match instanceof Match.Found found) {
            reroute(found);
            routeFilters = found.route().filters();
        } else {
            unanswered = match;
        }
    }

    /** The request goes to a WebSocket endpoint first. For a handshake filters see the endpoint's route, otherwise the page's. */
    void routed(HttpMethod method, Match.Found endpoint, Match.@Nullable Found page, @Nullable Handshakes handshakes) {
        this.method = method;
        this.endpoint = endpoint;
        this.page = page;
        this.handshakes = handshakes;
        Match.Found first = handshakes == null && page != null ? page : endpoint;
        reroute(first);
        routeFilters = first.route().filters();
    }

    /** The request is refused, but the filters of the application still run around the response. */
    void refused(HttpProblem problem) {
        refusal = problem;
        routeFilters = null;
    }

    /** Runs the filters and the controller on the engine's thread, where they may not block. */
    void runOnEngineThread() {
        engineThread = Thread.currentThread();
        try {
            run();
        } finally {
            engineThread = null;
        }
    }

    @Override
    boolean mayBlock() {
        return engineThread != Thread.currentThread(); // null, or stale, for any other thread
    }

    HttpMethod method() {
        return method;
    }

    Match.@Nullable Found endpoint() {
        return endpoint;
    }

    Match.@Nullable Found page() {
        return page;
    }

    @Nullable
    Handshakes handshakes() {
        return handshakes;
    }

    @Nullable
    HttpProblem refusal() {
        return refusal;
    }

    /** The router's result if no route matched. */
    @Nullable
    Match unanswered() {
        return unanswered;
    }

    /** Whether the controller never blocks. A WebSocket endpoint may block when it answers the handshake. */
    boolean isNonBlocking() {
        Match.Found found = found();
        return endpoint == null && (found == null || found.route().isNonBlocking());
    }

    /** Calls the controller when the body has arrived, on a thread on which the route may run. */
    CompletionStage<Response> resume(Callable<Result> controller) {
        CompletableFuture<Response> response = new CompletableFuture<>();
        Runnable call = () -> ResultStage.complete(response, controller);
        if (isNonBlocking()) {
            call.run();
        } else {
            execute(call);
        }
        return response;
    }

    /** @throws HttpProblem 503 if too many tasks run */
    void execute(Runnable task) {
        pipeline().execute(exchange(), () -> runBlocking(task));
    }

    /** The engine may run the task on its own thread at once, if that is a virtual thread, which may block then. */
    private void runBlocking(Runnable task) {
        Thread engine = engineThread;
        if (engine != Thread.currentThread()) {
            task.run();
            return;
        }
        engineThread = null;
        try {
            task.run();
        } finally {
            engineThread = engine;
        }
    }

    @Override
    public Optional<Identity> identity() {
        return pipeline().authentication().identity(this, mayBlock());
    }

    @Override
    public Optional<Route> fallback() {
        return handshakes == null || page == null || found() == page
                ? Optional.empty()
                : Optional.of(page.route().route());
    }

    /**
     * Refuses the request if its identity has ended while the body arrived: a client may hold the body back until the user has logged out.
     *
     * @param hasWaited whether the request has waited for its body, so that another process may have ended the session meanwhile
     * @throws HttpProblem 401
     */
    void requireCurrentIdentity(boolean hasWaited) {
        pipeline().authentication().requireCurrent(this, () -> hasSessionEnded(hasWaited && !isNonBlocking()));
    }

    /** Runs the filters and the controller, and answers, or answers when the deferred response completes. */
    @Override
    public void run() {
        if (isAnswered()) {
            return; // the deadline passed before a thread was free
        }
        Result result = proceed();
        if (result instanceof Deferred deferred) {
            CompletionStage<Response> stage = deferred.response();
            stage.whenComplete((response, failure) -> answer(failure == null ? response : failed(failure)));
            if (!isDone(stage) && !isAnswered()) {
                pipeline().await(this, exchange());
            }
        } else if (stripe == null) {
            answerUnshared((Response) result);
        } else {
            answer((Response) result);
        }
    }

    private static boolean isDone(CompletionStage<Response> stage) {
        return stage instanceof CompletableFuture<Response> future && future.isDone();
    }

    @Override
    public Result proceed() {
        if (returned) {
            throw new IllegalStateException("a filter called next.proceed() a second time, or after it had returned");
        }
        Filter filter = nextFilter();
        Result result;
        try {
            result = checked(filter == null ? pipeline().dispatch(this) : filter.filter(this, this), filter);
        } catch (Throwable failure) {
            result = pipeline().recovery().recover(this, failure, filter == null, mayBlock());
        }
        returned = true;
        return result;
    }

    /** The filter at the next place of the chain; {@code null} if it is the controller's turn. */
    private @Nullable Filter nextFilter() {
        int index = nextFilter++;
        Filter[] shared = pipeline().filters();
        if (index < shared.length) {
            return shared[index];
        }
        return routeFilters == null ? null : routeFilters.get(index - shared.length);
    }

    /** The endpoint has declined the handshake: runs those filters of the page that have not run around the endpoint, and calls the page. */
    Result proceedToPage(Match.Found declined, Match.Found answering) {
        reroute(answering);
        isDeclined = true;
        RouteFilters ofPage = answering.route().filters();
        routeFilters = ofPage == null ? null : ofPage.without(declined.route().filters());
        nextFilter = pipeline().filters().length;
        return proceed();
    }

    /** Whether the endpoint has declined, and the filters of the page have run. */
    boolean isDeclined() {
        return isDeclined;
    }

    /** A result that neither is {@code null} nor fails. */
    private Result checked(@Nullable Result result, @Nullable Filter filter) {
        if (result instanceof Deferred deferred) {
            return new Deferred(settled(deferred.response(), filter == null));
        }
        if (result == null) {
            throw new NullPointerException(
                    filter == null ? "the controller returned no result" : "the filter " + filter + " returned null");
        }
        return pipeline().json().encode((Response) result);
    }

    /** @param ofController whether the controller returned the stage, and no filter */
    private CompletableFuture<Response> settled(CompletionStage<Response> stage, boolean ofController) {
        CompletableFuture<Response> settled = new CompletableFuture<>();
        completeOnDeadline(settled);
        stage.whenComplete((response, failure) -> {
            Throwable cause = failure == null && response == null
                    ? new NullPointerException("a deferred response completed with null")
                    : failure;
            if (cause == null) {
                settle(settled, response, ofController);
            } else {
                ResultStage.complete(settled, () -> pipeline().recovery().recover(this, cause, ofController, false));
            }
        });
        return settled;
    }

    private void settle(CompletableFuture<Response> settled, Response response, boolean ofController) {
        ResultStage.complete(settled, () -> {
            try {
                return pipeline().json().encode(response);
            } catch (RuntimeException failure) {
                return pipeline().recovery().recover(this, failure, ofController, false);
            }
        });
    }

    @Override
    void send(Response response) {
        pipeline().send(this, exchange(), response);
    }

    private Response failed(Throwable failure) {
        return pipeline().failures().answer(failure, this);
    }
}
