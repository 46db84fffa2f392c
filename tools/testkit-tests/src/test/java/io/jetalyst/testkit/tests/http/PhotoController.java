package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.AllowCrossSite;
import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.MaxBody;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.config.Settings;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Forms and uploads. */
@Controller
@Path("/photos")
final class PhotoController {
    private final java.nio.file.Path folder;

    PhotoController(Settings settings) {
        this.folder =
                settings.get("files.folder", "a path", java.nio.file.Path::of).orElseThrow();
    }

    @Post("/votes")
    String vote(
            @FormParam String name,
            @FormParam Optional<Integer> age,
            @FormParam @DefaultValue("1") int stars,
            @FormParam List<String> tags,
            @FormParam boolean anonymous) {
        return (anonymous ? "Somebody" : name) + " " + age + " " + stars + " " + tags;
    }

    @Post("/frames")
    String frames(@FormParam List<Optional<String>> labels, @FormParam List<Optional<Integer>> copies) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < Math.min(labels.size(), copies.size()); row++) {
            rows.append(labels.get(row).orElse("no label"))
                    .append(' ')
                    .append(copies.get(row).orElse(1))
                    .append('\n');
        }
        return rows.toString();
    }

    @Post("/orders")
    String order(@Params Order order) {
        return order.toString();
    }

    @Post
    Response upload(@FormParam String title, @FormParam UploadedFile photo) throws IOException {
        photo.moveTo(folder.resolve(UUID.randomUUID() + ".jpg")); // no name of the client in a path
        return Response.seeOther("/photos").cookie(Cookie.of("uploaded", Long.toString(photo.size())));
    }

    @Put("/film")
    @MaxBody(5_000_000_000L)
    long film(@Body InputStream film) throws IOException {
        return film.transferTo(OutputStream.nullOutputStream());
    }

    @Post("/webhook")
    @AllowCrossSite
    void printed(@HeaderParam("X-Signature") String signature, @Body byte[] event) {
        Signatures.check(signature, event);
    }
}
