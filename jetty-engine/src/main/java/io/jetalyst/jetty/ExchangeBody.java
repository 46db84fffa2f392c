package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.PartParser;
import io.jetalyst.engine.PartReceiver;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The content of the request of an exchange. Its object is created when something asks for it: most requests have no content. */
abstract class ExchangeBody extends ExchangeState implements Exchange {
    final Request jettyRequest;
    private final EngineOptions options;
    private final boolean http2;
    /** Guarded by this. */
    private @Nullable JettyBody body;

    ExchangeBody(Request request, EngineOptions options) {
        this.jettyRequest = request;
        this.options = options;
        this.http2 = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }

    final boolean isHttp2() {
        return http2;
    }

    @Override
    public final JettyBody body() {
        return body(null);
    }

    /** @param first the chunk that was taken from the connection before */
    private synchronized JettyBody body(Content.@Nullable Chunk first) {
        JettyBody existing = body;
        if (existing == null) {
            existing = new JettyBody(jettyRequest, options, first);
            body = existing;
        }
        return existing;
    }

    @Override
    public final PartParser partParser(String boundary, int maxHeadBytes, PartReceiver receiver) {
        return new JettyPartParser(boundary, maxHeadBytes, receiver);
    }

    /** Whether the request has no content that could still arrive before its response is sent. */
    final boolean isBodyless() {
        return JettyBody.isAbsent(jettyRequest) || (http2 && isEndedWithHead());
    }

    /** Whether the head of an HTTP/2 request was all of it: no header field says that, but the first chunk does. */
    private synchronized boolean isEndedWithHead() {
        if (body != null || jettyRequest.getLength() > 0) {
            return false;
        }
        Content.Chunk first = jettyRequest.read();
        if (JettyBody.isEnd(first)) {
            return true;
        }
        body(first);
        return false;
    }

    /** Whether an HTTP/2 request has ended before the length that it announced (RFC 9113 §8.1.1). */
    final boolean isTruncated() {
        return http2 && jettyRequest.getLength() > 0 && body().isTruncated();
    }

    final boolean isBodyRead() {
        return JettyBody.isAbsent(jettyRequest) || body().isEnded();
    }

    /** Whether the request is the handshake of a WebSocket over HTTP/2 (RFC 8441). */
    final boolean isTunnel() {
        return http2 && JettyBody.isTunnel(jettyRequest);
    }
}
