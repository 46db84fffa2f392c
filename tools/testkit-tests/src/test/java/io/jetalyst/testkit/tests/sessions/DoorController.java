package io.jetalyst.testkit.tests.sessions;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Response;
import io.jetalyst.session.AllSessions;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
final class DoorController {
    static final SessionKey<String> NAME = SessionKey.of("name", String.class);

    private final AllSessions sessions;

    DoorController(AllSessions sessions) {
        this.sessions = sessions;
    }

    @Post("/sign-in")
    Response signIn(@FormParam String name, Session session) {
        session.renewId(); // an id that somebody may have known before is invalid now
        session.put(NAME, name);
        return Response.seeOther("/");
    }

    @Post("/sign-out")
    Response signOut(Session session) {
        session.invalidate();
        return Response.seeOther("/");
    }

    @Post("/sign-out-everywhere")
    Response signOutEverywhere(Session session) {
        session.get(NAME).ifPresent(name -> sessions.end(NAME, name::equals)); // this session, too
        return Response.seeOther("/");
    }

    @WebSocket("/talk")
    boolean talk(WebSocketHandshake handshake, Session session) {
        if (!handshake.isRequested() || session.get(NAME).isEmpty()) {
            return false;
        }
        handshake.onText((socket, text) -> socket.send(session.get(NAME).orElse("nobody") + ": " + text));
        return true;
    }
}
