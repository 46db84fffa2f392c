package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

/** A page whose socket needs more than the page. */
@Controller
@Path("/live/{project}")
final class LiveController {
    @WebSocket
    boolean join(WebSocketHandshake handshake, Project project) {
        return handshake.isRequested() && project.id() > 0;
    }

    @Get
    String page(String project) {
        return "page " + project;
    }
}
