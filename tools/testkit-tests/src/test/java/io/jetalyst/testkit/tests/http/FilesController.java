package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.Redirect;
import io.jetalyst.http.Response;

/** Serves files and resources, and redirects. */
@Controller
final class FilesController {
    private final Folder folder;

    FilesController(Folder folder) {
        this.folder = folder;
    }

    @Get("/files/{*name}")
    Response file(String name) {
        return Response.file(folder.path(), name);
    }

    @Get("/download/{*name}")
    Response download(String name) {
        return Response.file(folder.path(), name).attachment(name);
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
