package io.jetalyst.contract.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Answers an exchange with the parts of its body, or with the name of the failure. */
abstract class TextCollector implements Flow.Subscriber<ByteBuffer> {
    private final Exchange exchange;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    TextCollector(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A part was received. */
    void received() {}

    @Override
    public void onNext(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        all.writeBytes(bytes);
        received();
    }

    @Override
    public void onError(Throwable failure) {
        exchange.respond(Response.text(failure.toString()));
    }

    @Override
    public void onComplete() {
        exchange.respond(Response.text(all.toString(UTF_8)));
    }
}
