package com.acme.app;

import com.acme.app.views.Templates;
import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Response;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.view.Assets;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Shows the events to everybody, and the guests of an event to those who have logged in. */
@Controller
@RolesAllowed("**")
final class EventController {
    record Guests(List<String> names) {}

    private final Events events;
    private final Topics topics;
    private final Templates templates;
    private final Assets assets;

    EventController(Events events, Topics topics, Templates templates, Assets assets) {
        this.events = events;
        this.topics = topics;
        this.templates = templates;
        this.assets = assets;
    }

    @Get("/")
    @PermitAll
    JteModel list(@Params Ui ui) {
        return templates.events(assets, ui, events.all());
    }

    @Get("/events/{id}")
    JteModel show(long id, @Params Ui ui) {
        return templates.event(assets, ui, events.get(id));
    }

    @Post("/events/{id}")
    Response join(long id, Identity identity) {
        Event event = events.join(id, identity.name());
        topic(id).publish(new Guests(event.guests()));
        return Response.seeOther(EventControllerLinks.show(id)).flash("You are on the list.");
    }

    @WebSocket("/events/{id}")
    boolean follow(WebSocketHandshake handshake, long id) {
        if (!handshake.isRequested()) {
            return false; // the page answers
        }
        events.get(id);
        handshake.onOpen(session -> {
            topic(id).subscribe(session);
            session.sendJson(new Guests(events.get(id).guests()));
        });
        return true;
    }

    private Topic<Guests> topic(long id) {
        return topics.topic("events/" + id, Guests.class);
    }
}
