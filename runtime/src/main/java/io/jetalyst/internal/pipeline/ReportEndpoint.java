package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.body.BodyLoader;
import io.jetalyst.internal.failure.Failures;
import io.jetalyst.internal.headers.PolicyReports;
import io.jetalyst.route.BodyRule;
import java.nio.charset.StandardCharsets;

/** Takes the reports of browsers on blocked content, in dev mode. No filter runs before it. */
final class ReportEndpoint {
    /** The media type keeps pages of other sites from sending reports without a preflight request, which is refused. */
    private static final BodyRule REPORT =
            BodyRule.whole("application/csp-report").atMost(16 * 1024);

    private final PolicyReports reports = new PolicyReports();
    private final BodyLoader bodies;
    private final Failures failures;

    ReportEndpoint(BodyLoader bodies, Failures failures) {
        this.bodies = bodies;
        this.failures = failures;
    }

    /** Answers the request if it is a report; otherwise returns {@code false}. */
    boolean answers(RequestRun run, Exchange exchange) {
        if (!PolicyReports.isFor(run.request())) {
            return false;
        }
        try {
            bodies.load(REPORT, run.request(), exchange).whenComplete((body, failure) -> {
                if (failure == null) {
                    reports.log(new String(body.bytes(), StandardCharsets.UTF_8));
                    run.answer(Response.of(Status.NO_CONTENT));
                } else {
                    run.answer(failures.answer(failure, run.request()));
                }
            });
        } catch (HttpProblem problem) {
            run.answer(failures.answer(problem, run.request()));
        }
        return true;
    }
}
