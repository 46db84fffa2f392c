package io.jetalyst.jetty;

import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responses to requests that the engine refuses. The runtime makes them, so that they look like all other problems. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** Makes responses of plain text. */
    private static final ExchangeHandler PLAIN = exchange -> {};

    private Refusals() {}

    /** Jetty's error handler: it has set the status, and the request is the part that it could parse. */
    static Request.Handler errorHandler(ExchangeHandler handler) {
        return (request, response, callback) -> {
            HttpProblem problem = problem(response.getStatus(), request);
            send(handler, problem, Requests.unparsed(request), request, response, callback);
            return true;
        };
    }

    /** Sends a problem and ends the connection: the bytes that follow such a request may not be another request. */
    static void send(
            ExchangeHandler handler, HttpProblem problem, Request request, Response response, Callback callback) {
        send(handler, problem, Requests.of(request), request, response, callback);
    }

    /** Sends 500 in plain text, and ends the connection: the handler has thrown, and may throw again. */
    static void sendFailure(Request request, Response response, Callback callback) {
        HttpProblem problem = HttpProblem.of(Status.INTERNAL_SERVER_ERROR, "The server failed to answer this request.");
        send(PLAIN, problem, request, response, callback);
    }

    private static void send(
            ExchangeHandler handler,
            HttpProblem problem,
            io.jetalyst.http.Request refused,
            Request request,
            Response response,
            Callback callback) {
        io.jetalyst.http.Response made = response(handler, refused, problem);
        response.setStatus(made.status().code());
        ReasonPhrase.set(request, made.status());
        HttpFields.Mutable fields = response.getHeaders();
        for (HeaderField field : made.headers()) {
            fields.add(field.name(), field.value());
        }
        fields.put(HttpFields.CONNECTION_CLOSE); // Jetty does not send it over HTTP/2
        ByteBuffer bytes = bytes(made);
        if (HttpMethod.HEAD.is(request.getMethod())) {
            fields.put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
            bytes = BufferUtil.EMPTY_BUFFER; // RFC 9110 §9.3.2
        } else if (isUnparsedHead(request)) {
            bytes = BufferUtil.EMPTY_BUFFER;
        }
        response.write(true, bytes, callback);
    }

    /** The response of the runtime; one without content if the runtime fails to make it. */
    static io.jetalyst.http.Response response(
            ExchangeHandler handler, io.jetalyst.http.Request refused, HttpProblem problem) {
        try {
            return handler.refuse(refused, problem);
        } catch (Throwable failure) {
            LOG.error("A refusal could not be made", failure);
            return io.jetalyst.http.Response.of(problem.status());
        }
    }

    private static ByteBuffer bytes(io.jetalyst.http.Response made) {
        if (made.body() instanceof ResponseBody.Bytes body) {
            return ByteBuffer.wrap(body.bytes());
        }
        made.close();
        return ByteBuffer.wrap(made.status().reason().getBytes(StandardCharsets.UTF_8));
    }

    /** Jetty does not know the method of a request line that is too long. */
    private static boolean isUnparsedHead(Request request) {
        Http1State http1 = Http1State.of(request);
        return http1 != null && http1.isHead();
    }

    /**
     * The bytes of a response for a connection whose request head did not arrive in time (RFC 9110 §15.5.9).
     *
     * @param accepts the values of the Accept fields that have arrived
     */
    static ByteBuffer late(ExchangeHandler handler, List<String> accepts, boolean isHead) {
        io.jetalyst.http.Response made = handler.refuse(
                io.jetalyst.http.Request.builder("", "")
                        .headers(accepts.isEmpty() ? Headers.of(Map.of()) : Headers.of(Map.of("Accept", accepts)))
                        .build(),
                HttpProblem.of(Status.REQUEST_TIMEOUT, "The request did not arrive in time."));
        ByteBuffer body = bytes(made);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(made.status()).append("\r\n");
        for (HeaderField field : made.headers()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        head.append("Content-Length: ").append(body.remaining()).append("\r\nConnection: close\r\n\r\n");
        byte[] bytes = head.toString().getBytes(StandardCharsets.US_ASCII);
        return isHead
                ? ByteBuffer.wrap(bytes)
                : ByteBuffer.allocate(bytes.length + body.remaining())
                        .put(bytes)
                        .put(body)
                        .flip();
    }

    private static String reason(Request request) {
        String reason = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException failure
                        && failure.getReason() != null
                ? failure.getReason().toLowerCase(Locale.ROOT)
                : "";
        if (reason.contains("host") || reason.contains("authority")) {
            return "The Host header is missing or malformed.";
        }
        if (reason.contains("ambiguous")) {
            return "The path is ambiguous: it has an encoded slash, dot segment or NUL, or an empty segment.";
        }
        return reason.contains("uri") || reason.contains("path") || reason.contains("utf")
                ? "The request target is malformed."
                : "The request is malformed.";
    }

    private static HttpProblem problem(int status, Request request) {
        String detail = switch (status) {
            case HttpStatus.URI_TOO_LONG_414 -> "The request target is too long.";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "The header of the request is too large.";
            case HttpStatus.EXPECTATION_FAILED_417 -> "The only expectation is 100-continue.";
            case HttpStatus.UPGRADE_REQUIRED_426, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
                "This version of HTTP is not supported.";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not arrive in time.";
            default -> status < 500 ? reason(request) : "The server failed to answer this request.";
        };
        Status known = Status.of(status);
        return HttpProblem.of(
                known.reason().isEmpty() ? new Status(status, HttpStatus.getMessage(status)) : known, detail);
    }
}
