package io.jetalyst.metrics.micrometer;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Orders with a meter of their own, and a socket. */
@Controller
@Path("/orders")
final class OrderController {
    private final Counter orders;

    OrderController(MeterRegistry meters) {
        this.orders = meters.counter("shop.orders");
    }

    @Post
    String order() {
        orders.increment();
        return "ordered";
    }

    @Get("/{id}")
    String show(long id) {
        return "order " + id;
    }

    @WebSocket("/{id}/progress")
    boolean progress(WebSocketHandshake handshake, long id) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> session.send("order " + id + ": " + text));
        return true;
    }

    @Get("/{id}/progress")
    String page(long id) {
        return "progress of " + id;
    }
}
