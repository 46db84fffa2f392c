package ${package};

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Answers with the files that pages refer to, read from the class path once, when the application starts. */
@Controller
@Path("/assets")
final class AssetController {
    private final Response script = asset("hello.js", "text/javascript;charset=utf-8");
    private final Response style = asset("hello.css", "text/css;charset=utf-8");

    AssetController() {}

    @Get("/hello.js")
    Response script() {
        return script;
    }

    @Get("/hello.css")
    Response style() {
        return style;
    }

    private static Response asset(String name, String type) {
        try (InputStream file = AssetController.class.getResourceAsStream("/assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("src/main/resources/assets/" + name + " is missing");
            }
            return Response.bytes(type, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
