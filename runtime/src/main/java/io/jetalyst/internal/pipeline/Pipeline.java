package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.filter.Filter;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.internal.body.BodyLoader;
import io.jetalyst.internal.cors.Cors;
import io.jetalyst.internal.failure.Failures;
import io.jetalyst.internal.headers.SecurityHeaders;
import io.jetalyst.internal.health.HealthEndpoint;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.proxy.Forwarding;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.security.Authentication;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every request from the engine to its response: gate, router, filters, controller. A WebSocket handshake goes the same way.
 *
 * <p>Gate and router run on the engine's thread. The rest runs there, too, if all filters and the route are non-blocking; otherwise the
 * request is handed to another thread once.
 */
public final class Pipeline implements ExchangeHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    /** Ends an exchange whose client has gone; the engine does not send it. */
    private static final Response NOBODY = Response.of(Status.SERVICE_UNAVAILABLE);

    private final PipelineOptions options;
    private final Routing routing;
    private final Filter[] filters;
    private final boolean nonBlockingFilters;
    private final Dispatch dispatch;
    private final DeadlineQueue deadlines;
    private final EndlessResponses endless;
    private final BrowserFields headers;
    private final Forwarding forwarding;
    private final Failures failures;
    private final ResponsePreparation preparation;
    private final JsonBodies json;
    private final Recovery recovery;
    private final HealthEndpoint health;
    private final @Nullable BlockingWatch watch;
    private final EarlyAnswers early;
    private final @Nullable Observation observation;

    public Pipeline(Router router, List<Filter> filters, Sockets sockets) {
        this(router, filters, sockets, PipelineOptions.defaults());
    }

    public Pipeline(Router router, List<Filter> filters, Sockets sockets, PipelineOptions options) {
        this.options = options;
        this.filters = filters.toArray(Filter[]::new);
        this.nonBlockingFilters = filters.stream().allMatch(Filter::isNonBlocking);
        BodyLoader bodies = new BodyLoader(options.bodies());
        this.dispatch = new Dispatch(router, sockets, bodies);
        this.endless = new EndlessResponses(options.eventKeepAlive());
        this.deadlines = new DeadlineQueue(options.answerTimeout());
        this.forwarding = options.forwarding();
        this.failures = new Failures(
                options.pages(), options.assets(), options::showsDetails, options.rejections(), options.languages());
        Cors cors = Cors.of(router, options.cors(), options.development());
        this.headers = new BrowserFields(new SecurityHeaders(options.headers(), router.routes()), cors);
        this.preparation =
                new ResponsePreparation(new ResponseCompletion(options, failures, headers), endless, headers, failures);
        this.json = new JsonBodies(sockets.codecs());
        this.recovery = new Recovery(options.errors(), failures, json);
        this.health = options.health();
        this.watch = options.development() ? new BlockingWatch() : null;
        this.early = new EarlyAnswers(options, failures, cors, bodies);
        this.routing = new Routing(router, sockets, options.origins(), cors, watch);
        this.observation = Observation.of(options.observers());
    }

    @Override
    public void handle(Exchange exchange) {
        if (health.isFor(exchange.request())) {
            Request request = forwarding.apply(exchange.request());
            if (observation != null) {
                observation.begin(exchange, request);
            }
            health.answer(request, options.showsDetails(request))
                    .thenAccept(response -> exchange.respond(headers.complete(request, null, response)));
            return;
        }
        RequestRun run = new RequestRun(this, exchange, forwarding.apply(exchange.request()));
        if (observation != null) {
            observation.begin(run);
        }
        if (early.answers(run, exchange)) {
            return;
        }
        try {
            if (forwarding.basePath().excludes(exchange.request())) {
                throw Dispatch.notFound();
            }
            routing.route(run, exchange);
            if (run.handshakes() != null && !options.handshakes().admit()) {
                run.answer(Failures.busy(Rejections.busy(), run.request()));
                return;
            }
        } catch (HttpProblem problem) {
            run.refused(problem);
        }
        if (nonBlockingFilters && run.isNonBlocking()) {
            runHere(run);
        } else {
            runElsewhere(run, exchange);
        }
    }

    /** The same form and header fields as every problem. Filters do not run: the engine could not parse the request, or has no room for it. */
    @Override
    public Response refuse(Request request, HttpProblem problem) {
        boolean busy = problem.status().equals(Status.SERVICE_UNAVAILABLE);
        Request sent = forwarding.apply(request);
        Response response =
                headers.complete(sent, null, busy ? Failures.busy(problem, sent) : failures.answer(problem, sent));
        if (observation != null) {
            observation.refused(sent, response);
        }
        return response;
    }

    @Override
    public boolean isAlwaysAdmitted(Request request) {
        return health.isFor(request);
    }

    /** Without a route, the only slow part is the error page, which dev mode compiles once: that is no mistake of a handler. */
    private void runHere(RequestRun run) {
        Optional<Route> route = run.route();
        if (watch == null || route.isEmpty()) {
            run.runOnEngineThread();
            return;
        }
        BlockingWatch.Turn turn = watch.begin(route.get().handler());
        try {
            run.runOnEngineThread();
        } finally {
            turn.end();
        }
    }

    private void runElsewhere(RequestRun run, Exchange exchange) {
        deadlines.add(run);
        try {
            execute(exchange, run);
        } catch (HttpProblem busy) {
            run.answer(Failures.busy(busy, run.request()));
        }
    }

    /** @throws HttpProblem 503 if too many tasks run */
    void execute(Exchange exchange, Runnable task) {
        try {
            exchange.execute(task);
        } catch (RejectedExecutionException full) {
            throw Rejections.busy();
        }
    }

    /** Ends the responses that have no end of their own, because the server stops. */
    public void endEndlessResponses() {
        endless.end();
    }

    /** Gives a request whose deadline has passed the same time again. */
    void extend(TimedRequest request) {
        deadlines.add(request);
    }

    Rejections rejections() {
        return options.rejections();
    }

    Failures failures() {
        return failures;
    }

    Sessions sessions() {
        return options.sessions();
    }

    JsonBodies json() {
        return json;
    }

    Authentication authentication() {
        return options.authentication();
    }

    Recovery recovery() {
        return recovery;
    }

    Filter[] filters() {
        return filters;
    }

    Result dispatch(RequestRun run) throws Exception {
        return dispatch.answer(run);
    }

    /** The response of this request is deferred: it has a deadline, and is not awaited any longer when the client has gone. */
    void await(RequestRun run, Exchange exchange) {
        if (run.deadline == 0) {
            deadlines.add(run);
        }
        exchange.onAbort(cause -> run.abandon(NOBODY));
    }

    /** Answers late if asynchronous filters do not pass the response on soon. */
    void expireLater(TimedRequest request, Response late) {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> request.answer(late));
    }

    /** Bytes cannot fail; any other content can. */
    private void send(Exchange exchange, Response response, RequestRun run) {
        if (response.body() instanceof ResponseBody.Bytes) {
            exchange.respond(response);
        } else {
            exchange.respond(response, new FailedContent(this, run));
        }
    }

    /** The response as the engine sends it, after all filters. */
    Response prepare(RequestRun run, Response response) {
        return preparation.prepare(run, response);
    }

    /** The longest time in which a request is answered. */
    Duration timeout() {
        return options.answerTimeout();
    }

    /** Hands the response of a request to the engine. Called once for each request. */
    void send(RequestRun run, Exchange exchange, Response filtered) {
        deadlines.remove(run);
        Response response = Authentication.confine(run, run.withSession(run.withoutFlash(filtered)));
        try {
            if (response.status().code() == 101) {
                upgrade(run, exchange, response);
            } else {
                // Endless responses end with the session, so the request leaves it afterwards.
                Response sent = preparation.prepareOrFail(run, response);
                run.leaveSession();
                send(exchange, sent, run);
            }
        } catch (RuntimeException | Error failure) {
            // Thrown on, it would vanish in a stage. The engine has ended the exchange, so the header fields are not
            // valid any more, and the id of the request may be one of them.
            LOG.error(
                    "The engine failed to send the response to {} {}",
                    LogText.of(run.request().method()),
                    LogText.of(run.request().path()),
                    failure);
        } finally {
            run.leaveSession();
        }
    }

    private void upgrade(RequestRun run, Exchange exchange, Response response) {
        Handshakes handshakes = run.handshakes();
        SocketUpgrade upgrade;
        try {
            if (handshakes == null || !handshakes.isAccepted()) {
                throw new IllegalStateException("101 returned without an accepted handshake");
            }
            upgrade = handshakes.prepare(preparation.upgradeFields(run, response));
        } catch (RuntimeException | Error failure) {
            exchange.respond(preparation.failed(run, failure));
            return;
        }
        run.upgraded();
        handshakes.upgrade(upgrade);
    }
}
