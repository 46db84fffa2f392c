package io.jetalyst.jetty;

import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responses to requests that the engine refuses. The runtime makes them, so that they look like all other problems. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** Jetty's error handler: it has set the status, and the request is the part that it could parse. */
    static Request.Handler errorHandler(ExchangeHandler handler) {
        return (request, response, callback) -> {
            send(handler, problem(response.getStatus()), request, response, callback);
            return true;
        };
    }

    /** Sends a problem and ends the connection: the bytes that follow such a request may not be another request. */
    static void send(
            ExchangeHandler handler, HttpProblem problem, Request request, Response response, Callback callback) {
        io.jetalyst.http.Response made;
        try {
            made = handler.refuse(Requests.of(request), problem);
        } catch (Throwable failure) {
            LOG.error("A refusal could not be made", failure);
            made = io.jetalyst.http.Response.of(problem.status());
        }
        response.setStatus(made.status().code());
        HttpFields.Mutable fields = response.getHeaders();
        for (HeaderField field : made.headers()) {
            fields.add(field.name(), field.value());
        }
        fields.put(HttpFields.CONNECTION_CLOSE); // Jetty does not send it over HTTP/2
        response.write(true, bytes(made), callback);
    }

    private static ByteBuffer bytes(io.jetalyst.http.Response made) {
        if (made.body() instanceof ResponseBody.Bytes body) {
            return ByteBuffer.wrap(body.bytes());
        }
        made.close();
        return ByteBuffer.wrap(made.status().reason().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpProblem problem(int status) {
        String detail = switch (status) {
            case HttpStatus.URI_TOO_LONG_414 -> "The request target is too long.";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "The header of the request is too large.";
            case HttpStatus.EXPECTATION_FAILED_417 -> "The only expectation is 100-continue.";
            case HttpStatus.UPGRADE_REQUIRED_426, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
                "This version of HTTP is not supported.";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not arrive in time.";
            default -> status < 500 ? "The request is malformed." : "The server failed to answer this request.";
        };
        return HttpProblem.of(new Status(status, HttpStatus.getMessage(status)), detail);
    }
}
