package ${package};

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Serves the files that pages refer to. They are read from the class path once, when the application starts. */
@Controller
final class AssetController {
    private final Map<String, Asset> assets = Map.of(
            "hello.css", asset("hello.css", "text/css;charset=utf-8"),
            "hello.js", asset("hello.js", "text/javascript;charset=utf-8"),
            "icon.svg", asset("icon.svg", "image/svg+xml"));

    /** A browser keeps a file, but asks before each use whether it has changed. If not, the answer is 304 without the file. */
    @Get("/assets/{name}")
    Response file(String name, Request request) {
        Asset asset = Optional.ofNullable(assets.get(name))
                .orElseThrow(() -> HttpProblem.notFound("There is no file of this name."));
        Response response = asset.tag().isInIfNoneMatch(request.headers())
                ? Response.of(Status.NOT_MODIFIED)
                : Response.bytes(asset.type(), asset.bytes());
        return response.header("ETag", asset.tag().toString()).header("Cache-Control", "no-cache");
    }

    /** Browsers ask for this path by themselves if what they show names no icon, such as JSON. */
    @Get("/favicon.ico")
    Response icon(Request request) {
        return file("icon.svg", request);
    }

    private static Asset asset(String name, String type) {
        try (InputStream file = AssetController.class.getResourceAsStream("/assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("src/main/resources/assets/" + name + " is missing");
            }
            byte[] bytes = file.readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            return new Asset(type, EntityTag.of(HexFormat.of().toHexDigits(checksum.getValue())), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with its media type, and a tag that changes with its bytes. */
    private record Asset(String type, EntityTag tag, byte[] bytes) {}
}
