package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.MaxBody;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.session.Session;
import java.io.IOException;
import java.util.UUID;

/** The pictures of a room. A browser uploads one first, and then sends the message that shows it ({@link ClientMessage.Show}). */
@Controller
@Path("/chat/{room}/pictures")
final class PictureController {
    private final People people;
    private final Pictures pictures;

    PictureController(People people, Pictures pictures) {
        this.people = people;
        this.pictures = pictures;
    }

    record Uploaded(UUID id, int width, int height) {}

    @Post
    @MaxBody(Picture.MAX_BYTES + 10_000)
    Uploaded upload(String room, @FormParam(maxBytes = Picture.MAX_BYTES) UploadedFile picture, Session browser)
            throws IOException {
        RoomName name = RoomName.of(room);
        Account account = member(name, browser);
        try {
            Picture checked = Picture.of(picture.bytes(Picture.MAX_BYTES));
            UUID id = pictures.add(name, account.id(), checked);
            return new Uploaded(id, checked.header().width(), checked.header().height());
        } catch (Refusal refusal) {
            throw refusal.problem();
        }
    }

    /** Nobody can guess the address, and a browser without a name does not receive the picture either. */
    @Get("/{id}")
    Response show(String room, UUID id, Session browser) {
        Account.of(browser).orElseThrow(() -> HttpProblem.of(Status.FORBIDDEN, "Enter a name first."));
        Picture picture = pictures.find(RoomName.of(room), id)
                .orElseThrow(() -> HttpProblem.notFound("There is no such picture any more."));
        String type = picture.header().mediaType();
        return Response.bytes(type, picture.bytes())
                .inline("picture." + type.substring("image/".length()))
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private Account member(RoomName name, Session browser) {
        return Account.of(browser)
                .filter(account -> people.isIn(name, account.id()))
                .orElseThrow(() -> HttpProblem.of(Status.FORBIDDEN, "Enter the room first."));
    }
}
