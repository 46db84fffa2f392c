package demo;

import io.jetalyst.annotation.*;
import jakarta.validation.constraints.Size;
import java.util.List;

@Controller
class Articles {
    record Article(@Size(max = 3) String title) {}

    @Post("/articles")
    void create(Article article, @QueryParam @Size(max = 5) String tag) {}

    @Post("/list")
    void list(@Body List<Article> articles) {}
}
