package io.jetalyst.internal.pipeline;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.compression.Compression;
import io.jetalyst.internal.failure.Failures;
import io.jetalyst.internal.files.Conditions;
import io.jetalyst.internal.headers.SecurityHeaders;
import io.jetalyst.internal.proxy.BasePath;
import io.jetalyst.route.Route;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Completes the responses of routes behind all filters: content coding, conditions and ranges, base path, secure cookies, header fields for browsers. */
final class ResponseCompletion {
    private final @Nullable Compression compression;
    private final BiFunction<HttpProblem, Request, Response> problems;
    private final BasePath basePath;
    private final BrowserFields headers;

    ResponseCompletion(PipelineOptions options, Failures failures, BrowserFields headers) {
        this.compression = options.compression();
        this.problems = failures::answer; // once, and not for each response
        this.basePath = options.forwarding().basePath();
        this.headers = headers;
    }

    /**
     * The response as the client gets it.
     *
     * @param route the route that matched; {@code null} if none did
     */
    Response complete(Request request, @Nullable Route route, Response response) {
        Response own = SecurityHeaders.withoutVersion(request, withoutTunnel(request, response));
        Response applied = compression == null ? conditional(request, own) : compressed(compression, request, own);
        return headers.complete(request, route, placed(request, applied));
    }

    /** The response, or a problem instead of success: a client of CONNECT would take that for an open socket (RFC 9110 §9.3.6, RFC 8441 §4). */
    private Response withoutTunnel(Request request, Response response) {
        if (response.status().code() / 100 != 2 || !request.method().equals("CONNECT")) {
            return response;
        }
        response.close();
        return problems.apply(Dispatch.declined(), request);
    }

    /** The response with the paths and the cookies that clients of this request see. */
    Response placed(Request request, Response response) {
        return basePath.leave(SecureCookies.of(request, response));
    }

    private Response conditional(Request request, Response response) {
        return Conditions.apply(request, response, problems);
    }

    /** Conditions compare the tag of the compressed content, and most of them make it unnecessary to compress it. */
    private Response compressed(Compression compression, Request request, Response response) {
        Response announced = compression.announce(request, response);
        Response applied = conditional(request, announced);
        return announced != response && applied == announced ? compression.finish(applied) : applied;
    }
}
