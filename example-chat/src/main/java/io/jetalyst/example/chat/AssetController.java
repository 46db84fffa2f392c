package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;

/** The style sheet, the script and the icon. */
@Controller
final class AssetController {
    private static final Status NOT_MODIFIED = new Status(304, "Not Modified");

    private final Assets assets = Assets.load();

    /** Browsers ask each time whether theirs is still the one (RFC 9110 §13.1.2), so a new version is seen at once. */
    @Get("/assets/{name}")
    Response asset(String name, Request request) {
        Assets.Asset asset =
                assets.find(name).orElseThrow(() -> HttpProblem.notFound("There is no asset of this name."));
        boolean known =
                request.header("If-None-Match").filter(asset.etag()::equals).isPresent();
        Response response = known ? Response.of(NOT_MODIFIED) : Response.bytes(asset.contentType(), asset.bytes());
        return response.header("ETag", asset.etag()).header("Cache-Control", "no-cache");
    }
}
