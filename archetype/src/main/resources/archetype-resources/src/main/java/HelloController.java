package ${package};

import ${package}.views.Templates;
import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.view.Assets;

/** Sends greetings in a page, as JSON, and over a socket that has the same path as the page. */
@Controller
final class HelloController {
    private final Greetings greetings;
    private final Assets assets;
    private final Templates templates;

    HelloController(Greetings greetings, Assets assets, Templates templates) {
        this.greetings = greetings;
        this.assets = assets;
        this.templates = templates;
    }

    @Get("/")
    Response home() {
        return Response.seeOther(HelloControllerLinks.page("world"));
    }

    /** The page: the answer to a browser that opens the path. */
    @Get("/hello/{name}")
    JteModel page(String name, @QueryParam @DefaultValue("ENGLISH") Language language, Request request) {
        return templates.hello(assets, request, greetings.greet(name, language));
    }

    /** The socket on the same path. It sends a greeting for the name in the path, and then for every name that the client sends. */
    @WebSocket("/hello/{name}")
    boolean socket(WebSocketHandshake handshake, String name, @QueryParam @DefaultValue("ENGLISH") Language language) {
        if (!handshake.isRequested()) {
            return false; // the request is not a WebSocket handshake, so the page answers
        }
        handshake
                .onOpen(session -> session.sendJson(greetings.greet(name, language)))
                .onText((session, another) -> session.sendJson(greetings.greet(another, language)));
        return true;
    }

    /** A record becomes an object in JSON. */
    @Get("/api/hello/{name}")
    Greeting json(String name, @QueryParam @DefaultValue("ENGLISH") Language language) {
        return greetings.greet(name, language);
    }
}
