package io.jetalyst.example.chat;

import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.http.Request;
import io.jetalyst.socket.WebSocketHandshake;

/** Says back what it is told. The next message is read when the one before has left, so nothing piles up. */
@Controller
@Path("/echo")
final class EchoController {
    private final Templates templates;

    EchoController(Templates templates) {
        this.templates = templates;
    }

    @Get
    JteModel page(Request request) {
        return templates.echo(request.authority());
    }

    @WebSocket
    boolean echo(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onTextAsync((session, text) -> session.send(text))
                .onBinaryAsync((session, bytes) -> session.send(bytes));
        return true;
    }
}
