package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Response;
import io.jetalyst.view.Assets;
import java.util.UUID;

/** A page with a script that imports another one, and a response with a secret. */
@Controller
final class GalleryController {
    /** A text of the request beside a secret. */
    record Invitation(String greeting, String code) {}

    private final String code = UUID.randomUUID().toString();
    private final Assets assets;

    GalleryController(Assets assets) {
        this.assets = assets;
    }

    @Get("/gallery")
    Response page() {
        return Response.html("<!doctype html><title>loading</title><script type=\"module\" src=\""
                + assets.url("gallery.js") + "\"></script>");
    }

    @Get("/invitation")
    Reply<Invitation> invitation(@QueryParam String greeting) {
        return Reply.ok(new Invitation(greeting, code)).header("Cache-Control", "no-store, no-transform");
    }
}
