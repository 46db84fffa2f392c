package io.jetalyst.testkit.tests.shop;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Filtered;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/orders/{id}")
@Audited
final class OrderController {
    @Get
    String show(long id) {
        return "Order " + id;
    }

    @Delete
    @Audited("cancellations")
    @Filtered(MembersFilter.class)
    void cancel(long id) {
        if (id == 0) {
            throw HttpProblem.notFound("There is no order 0.");
        }
    }

    @WebSocket
    @Filtered(MembersFilter.class)
    boolean follow(WebSocketHandshake handshake, long id) {
        if (!handshake.isRequested() || id == 0) {
            return false;
        }
        handshake.onOpen(session -> session.send("Order " + id));
        return true;
    }
}
