package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.socket.WebSocketHandshake;

/** Rejects handshakes, and selects a subprotocol. */
@Controller
final class DoorController {
    @WebSocket(
            value = "/door",
            origins = "https://partner.example",
            subprotocols = {"v2", "v1"})
    boolean door(WebSocketHandshake handshake, @QueryParam String key) {
        if (!handshake.isRequested()) {
            return false;
        }
        if (!key.equals("sesame")) {
            throw HttpProblem.of(Status.UNAUTHORIZED, "The key is wrong.");
        }
        String version = handshake.subprotocol().orElse("nothing");
        handshake.onOpen(session -> session.send("You speak " + version));
        return true;
    }

    @WebSocket(value = "/strict", subprotocols = "v1", subprotocolRequired = true)
    boolean strict(WebSocketHandshake handshake) {
        return handshake.isRequested();
    }
}
