package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;

/** Serves the style sheets, the scripts and the icon. */
@Controller
final class AssetController {
    private final Assets assets = Assets.load();

    /** A browser may keep an asset, but asks before each use whether its version is the current one (RFC 9111 §5.2.2.4). */
    @Get("/assets/{name}")
    Response asset(String name, Request request) {
        Assets.Asset asset =
                assets.find(name).orElseThrow(() -> HttpProblem.notFound("There is no asset with this name."));
        Response response = asset.tag().isInIfNoneMatch(request.headers())
                ? Response.of(Status.NOT_MODIFIED)
                : Response.bytes(asset.contentType(), asset.bytes());
        return response.header("ETag", asset.tag().toString()).header("Cache-Control", "no-cache");
    }

    /** Browsers ask for this path if what they show is not a page. */
    @Get("/favicon.ico")
    Response favicon(Request request) {
        return asset("icon.svg", request);
    }
}
