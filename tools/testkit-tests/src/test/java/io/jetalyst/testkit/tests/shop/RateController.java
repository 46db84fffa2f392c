package io.jetalyst.testkit.tests.shop;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import io.jetalyst.socket.WebSocketHandshake;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** Rates of a bank, which is another service, and requests that end in different ways. */
@Controller
@Path("/rates")
final class RateController {
    /** Counted down when a request that is never answered has arrived. */
    static final class Arrival extends CountDownLatch {
        Arrival() {
            super(1);
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final Arrival arrival;

    RateController(Arrival arrival) {
        this.arrival = arrival;
    }

    @Get("/{currency}")
    CompletionStage<String> rate(Request request, String currency, @QueryParam URI bank) {
        HttpRequest.Builder call = HttpRequest.newBuilder(bank.resolve("/bank/" + currency));
        request.trace().headers().forEach(call::header);
        return client.sendAsync(call.build(), BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    @Get("/never")
    CompletionStage<String> never() {
        arrival.countDown();
        return new CompletableFuture<>();
    }

    @Get("/broken")
    String broken() {
        throw new IllegalStateException("the bank is closed");
    }

    @Get("/cut")
    Response cut() {
        return Response.of(Status.OK)
                .body(new ResponseBody.Output(
                        out -> {
                            out.write(new byte[100_000]);
                            out.flush();
                            throw new IOException("the bank hung up");
                        },
                        -1));
    }

    @WebSocket("/live")
    boolean live(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> session.send(text + " is 1.1"));
        return true;
    }
}
