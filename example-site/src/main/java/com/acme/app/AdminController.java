package com.acme.app;

import com.acme.app.views.Templates;
import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Post;
import io.jetalyst.body.Submitted;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.http.Flash;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.view.Assets;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** The form for a new event, and its picture. */
@Controller
@RolesAllowed(Role.ADMIN)
final class AdminController {
    private final Events events;
    private final Pictures pictures;
    private final Templates templates;
    private final Assets assets;

    AdminController(Events events, Pictures pictures, Templates templates, Assets assets) {
        this.events = events;
        this.pictures = pictures;
        this.templates = templates;
        this.assets = assets;
    }

    @Get("/events/new")
    JteModel form(@Params Ui ui) {
        return templates.newEvent(assets, ui, Submitted.blank());
    }

    @Post("/events")
    Reply<JteModel> create(@Params Submitted<EventForm> sent, @Params Ui ui) throws IOException {
        Submitted<EventForm> form = sent;
        Optional<UploadedFile> picture = form.isValid() ? form.value().picture() : Optional.empty();
        if (picture.isPresent() && !Pictures.isPng(picture.get())) {
            form = form.reject("picture", "must be a PNG picture");
        }
        if (!form.isValid()) {
            return Reply.of(Status.UNPROCESSABLE_CONTENT, templates.newEvent(assets, ui, form));
        }
        Optional<UUID> id = picture.isPresent() ? Optional.of(pictures.save(picture.get())) : Optional.empty();
        Event event = events.add(form.value().title(), form.value().date(), id);
        return Reply.seeOther(EventControllerLinks.show(event.id()), Flash.of("The event is published."));
    }

    @Get("/pictures/{id}")
    @PermitAll
    Response picture(UUID id) {
        return pictures.show(id);
    }
}
