package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;

@Controller
class Pages {
    @Get("/with/{name}")
    String page(String name) {
        return name;
    }

    @Post("/alone")
    String post() {
        return "";
    }

    @Get("/files/{*path}")
    String file(String path) {
        return path;
    }
}
