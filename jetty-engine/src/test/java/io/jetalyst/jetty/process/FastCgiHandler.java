package io.jetalyst.jetty.process;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;

/** Answers requests that a web server forwards: with their parts, with the checksum of their content, with much content, or never. */
final class FastCgiHandler implements ExchangeHandler {
    /** Counted down when a request for {@code /hold} has arrived. */
    final CountDownLatch held = new CountDownLatch(1);
    /** Counted down when such a request was aborted. */
    final CountDownLatch aborted = new CountDownLatch(1);
    /** Answers such a request. */
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public void handle(Exchange exchange) {
        switch (exchange.request().path()) {
            case "/checksum" -> exchange.execute(() -> checksum(exchange));
            case "/large" -> exchange.respond(Response.write("application/octet-stream", FastCgiHandler::writeLarge));
            case "/cut" -> exchange.respond(Response.write("text/plain", FastCgiHandler::writeCut));
            case "/empty" -> exchange.respond(Response.of(Status.NO_CONTENT));
            case "/hold" -> hold(exchange);
            default -> exchange.respond(Response.text(describe(exchange.request())));
        }
    }

    @Override
    public Response refuse(Request request, HttpProblem problem) {
        return Response.of(problem.status());
    }

    private static String describe(Request request) {
        return request.method() + " " + request.scheme() + "://" + request.authority() + request.path() + "?"
                + request.query() + " " + request.protocol() + " "
                + request.remoteAddress().toString().replaceAll(":\\d+$", "");
    }

    private static void checksum(Exchange exchange) {
        CRC32 sum = new CRC32();
        long count = 0;
        byte[] part = new byte[64 * 1024];
        try (InputStream content = exchange.body().inputStream()) {
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                sum.update(part, 0, read);
                count += read;
            }
            exchange.respond(Response.text(count + " " + sum.getValue()));
        } catch (IOException e) {
            exchange.respond(Response.of(Status.BAD_REQUEST));
        }
    }

    /** 100 MB. */
    private static void writeLarge(OutputStream out) throws IOException {
        byte[] part = new byte[100_000];
        for (int i = 0; i < 1000; i++) {
            part[0] = (byte) i;
            out.write(part);
        }
    }

    private static void writeCut(OutputStream out) throws IOException {
        out.write(new byte[200_000]);
        out.flush();
        throw new IOException("the content ends here");
    }

    private void hold(Exchange exchange) {
        exchange.onAbort(reason -> aborted.countDown());
        held.countDown();
        exchange.execute(() -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.respond(Response.text("released"));
        });
    }
}
