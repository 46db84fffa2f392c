package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Response;
import io.jetalyst.view.Assets;

/** A page with a script that imports another one. */
@Controller
final class GalleryController {
    private final Assets assets;

    GalleryController(Assets assets) {
        this.assets = assets;
    }

    @Get("/gallery")
    Response page() {
        return Response.html("<!doctype html><title>loading</title><script type=\"module\" src=\""
                + assets.url("gallery.js") + "\"></script>");
    }
}
