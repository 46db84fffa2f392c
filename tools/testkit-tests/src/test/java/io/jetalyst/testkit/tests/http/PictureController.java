package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.config.Settings;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Pictures that users upload, and that pages show. */
@Controller
@Path("/pictures")
final class PictureController {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

    private final java.nio.file.Path folder;

    PictureController(Settings settings) {
        this.folder =
                settings.get("files.folder", "a path", java.nio.file.Path::of).orElseThrow();
    }

    @Post
    Response upload(@FormParam UploadedFile picture) throws IOException {
        try (InputStream content = picture.open()) {
            if (!Arrays.equals(content.readNBytes(PNG.length), PNG)) {
                throw HttpProblem.of(Status.UNPROCESSABLE_CONTENT, "The file must be a PNG picture.");
            }
        }
        UUID id = UUID.randomUUID();
        picture.moveTo(folder.resolve(id + ".png"));
        return Response.seeOther("/pictures/" + id);
    }

    @Get("/{id}")
    Response show(UUID id) {
        return Response.file(folder, id + ".png").header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
