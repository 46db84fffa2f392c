package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.PulledBody;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** The content of a Jetty request. */
final class JettyBody extends PulledBody {
    private final Request request;
    /** Taken from the connection before this body was made. */
    private Content.@Nullable Chunk first;

    JettyBody(Request request, EngineOptions options, Content.@Nullable Chunk first) {
        super(options, timer(request.getComponents().getScheduler()));
        this.request = request;
        this.first = first;
    }

    /** Whether this chunk, which is not kept, ends the content and adds no bytes to it. */
    static boolean isEnd(Content.@Nullable Chunk chunk) {
        boolean end = chunk != null && chunk.isLast() && !chunk.hasRemaining() && !Content.Chunk.isFailure(chunk);
        if (end) {
            chunk.release();
        }
        return end;
    }

    private static Timer timer(Scheduler scheduler) {
        return (task, nanos) -> scheduler.schedule(task, nanos, TimeUnit.NANOSECONDS)::cancel;
    }

    /** Whether the head says that there is no content (RFC 9112 §6.3): over HTTP/2 only that of a tunnel does. */
    static boolean isAbsent(Request request) {
        long length = request.getLength();
        if (length >= 0) {
            return length == 0;
        }
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                ? isTunnel(request)
                : !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /**
     * Whether a request over HTTP/2 is the handshake of a WebSocket (RFC 8441 §4). The data of its stream belongs to the socket, which may be
     * opened later, so it is no content and must not be read.
     */
    static boolean isTunnel(Request request) {
        return HttpMethod.CONNECT.is(request.getMethod())
                && request.getTunnelSupport() != null
                && "websocket".equals(request.getTunnelSupport().getProtocol());
    }

    @Override
    public long length() {
        return isAbsent(request) ? 0 : request.getLength();
    }

    @Override
    public boolean isEmpty() {
        long length = length();
        return length == 0 || (length < 0 && isHttp2() && isEndNext());
    }

    /** Whether the client waits for a 100 before it sends the content. */
    boolean isContinueExpected() {
        return !isBegun() && request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
    }

    /** Whether the body has ended before its first byte, although the client announced some. */
    boolean isTruncated() {
        return length() > 0 && isEndNext();
    }

    @Override
    protected byte @Nullable [] pull() {
        if (isHttp2() && isTunnel(request)) {
            return END;
        }
        while (true) {
            Content.Chunk chunk = first == null ? request.read() : first;
            first = null;
            if (chunk == null) {
                return null;
            }
            if (Content.Chunk.isFailure(chunk)) {
                throw problem(chunk.getFailure());
            }
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes, 0, bytes.length);
            boolean last = chunk.isLast();
            chunk.release();
            if (bytes.length > 0) {
                return bytes;
            }
            if (last) {
                return END;
            }
        }
    }

    @Override
    protected void demand(Runnable arrived) {
        request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, arrived));
    }

    private static HttpProblem problem(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return HttpProblem.of(Status.REQUEST_TIMEOUT, "The body of the request did not arrive in time.");
        }
        return failure instanceof HttpException
                ? HttpProblem.badRequest("The body of the request is malformed or incomplete.")
                : HttpProblem.badRequest("The client ended the request before its body was complete.");
    }

    private boolean isHttp2() {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }
}
