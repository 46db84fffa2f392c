package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Consumes;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Produces;
import java.util.List;

record Article(String title) {}

@Controller
final class Articles {
    @Get("/a")
    String text() {
        return "";
    }

    @Get("/a")
    List<Article> json() {
        return List.of();
    }

    @Get("/b")
    @Produces({"text/csv", "text/plain"})
    String csv() {
        return "";
    }

    @Get("/b")
    @Produces({"text/html", "text/CSV"})
    String html() {
        return "";
    }

    @Post("/c")
    @Consumes("text/csv")
    void upload(@Body String rows) {}

    @Post("/c")
    @Consumes("text/csv")
    @Produces("text/plain")
    String again(@Body String rows) {
        return rows;
    }
}
