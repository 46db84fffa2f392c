package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.body.BodyLoader;
import io.jetalyst.internal.cors.Cors;
import io.jetalyst.internal.failure.Failures;
import io.jetalyst.internal.proxy.BasePath;
import io.jetalyst.internal.proxy.HostRule;
import io.jetalyst.internal.proxy.HttpsRule;
import org.jspecify.annotations.Nullable;

/** Answers requests before a route is found and a filter runs: for foreign hosts, without TLS, preflight requests, and reports of browsers in dev mode. */
final class EarlyAnswers {
    private final HostRule hosts;
    private final HttpsRule https;
    private final BasePath basePath;
    private final Failures failures;
    private final @Nullable Cors cors;
    private final @Nullable ReportEndpoint reports;

    EarlyAnswers(PipelineOptions options, Failures failures, @Nullable Cors cors, BodyLoader bodies) {
        this.hosts = options.hosts();
        this.https = options.https();
        this.basePath = options.forwarding().basePath();
        this.failures = failures;
        this.cors = cors;
        this.reports = options.development() ? new ReportEndpoint(bodies, failures) : null;
    }

    /** Answers the request, now or when its body is there; or returns {@code false}, and the request goes to its route. */
    boolean answers(RequestRun run, Exchange exchange) {
        Response response = response(exchange.request(), run.request());
        if (response != null) {
            run.answer(response);
            return true;
        }
        return reports != null && !basePath.excludes(exchange.request()) && reports.answers(run, exchange);
    }

    private @Nullable Response response(Request received, Request request) {
        if (!hosts.allows(request)) {
            return failures.answer(HostRule.FOREIGN_HOST, request);
        }
        Response toHttps = https.redirection(received, request);
        Response redirection = toHttps == null ? basePath.redirection(received) : toHttps;
        boolean asks = redirection == null && cors != null && Cors.isPreflight(request) && !basePath.excludes(received);
        return asks ? preflight(cors, request) : redirection;
    }

    private @Nullable Response preflight(Cors rules, Request request) {
        try {
            return rules.preflight(request);
        } catch (HttpProblem denied) {
            return failures.answer(denied, request);
        }
    }
}
