package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.config.Settings;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.Redirect;
import io.jetalyst.http.Response;
import java.nio.file.Path;

/** Serves files and resources, and redirects. */
@Controller
final class FilesController {
    private final Path folder;

    FilesController(Settings settings) {
        this.folder = settings.get("files.folder", "a path", Path::of).orElse(Path.of("files"));
    }

    @Get("/files/{*name}")
    Response file(String name) {
        return Response.file(folder, name);
    }

    @Get("/download/{*name}")
    Response download(String name) {
        return Response.file(folder, name).attachment(name);
    }

    @Get("/static/{*name}")
    Response resource(String name) {
        return Response.resource(name, safe -> FilesController.class.getResource("static/" + safe))
                .header("Cache-Control", "max-age=3600");
    }

    @Post("/login")
    Response login(@QueryParam String next) {
        return Response.seeOther(Redirect.isLocal(next) ? next : "/").cookie(Cookie.of("__Host-session", "k3jd93k"));
    }
}
