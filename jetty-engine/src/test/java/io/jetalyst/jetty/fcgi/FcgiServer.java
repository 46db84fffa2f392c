package io.jetalyst.jetty.fcgi;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.jetty.JettyEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A running engine that listens for FastCGI on a free port of this machine. */
final class FcgiServer implements AutoCloseable {
    private final RunningEngine engine;

    FcgiServer(ExchangeHandler handler) throws IOException {
        this(options -> options, handler);
    }

    FcgiServer(UnaryOperator<EngineOptions> options, ExchangeHandler handler) throws IOException {
        engine = new JettyEngine()
                .start(options.apply(EngineOptions.of(FcgiClient.LISTENER).proxies(peer -> true)), handler);
    }

    /** Answers with the parts of the request. */
    static FcgiServer describing() throws IOException {
        return new FcgiServer(exchange -> exchange.respond(Response.text(describe(exchange.request()))));
    }

    private static String describe(Request request) {
        return request.method() + " " + request.scheme() + "://" + request.authority() + request.path()
                + (request.query().isEmpty() ? "" : "?" + request.query()) + " " + request.protocol() + " "
                + request.remoteAddress();
    }

    FcgiSocket connect() throws IOException {
        return new FcgiSocket(engine.port());
    }

    RunningEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.stop(Duration.ofSeconds(10));
    }
}
