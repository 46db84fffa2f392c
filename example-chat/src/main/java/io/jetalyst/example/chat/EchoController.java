package io.jetalyst.example.chat;

import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.http.Request;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.view.Assets;

/** Sends each message back. It reads the next message after it has written the answer, so nothing queues up. */
@Controller
@Path("/echo")
final class EchoController {
    private final Assets assets;
    private final Templates templates;

    EchoController(Assets assets, Templates templates) {
        this.assets = assets;
        this.templates = templates;
    }

    @Get
    JteModel page(Request request) {
        return templates.echo(assets, request);
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
