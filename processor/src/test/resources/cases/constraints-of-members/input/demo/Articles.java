package demo;

import io.jetalyst.annotation.*;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.*;

@Controller
class Articles {
    record Article(
            @Size(max = 3) String title,
            Author author,
            List<Author> others,
            Optional<@Valid Author> editor) {}

    record Author(@Size(max = 3) String name) {}

    @Post("/articles")
    void create(Article article) {}

    @Put("/articles")
    void replace(Article article) {}

    record Letter(Author from) {}

    @Post("/letters")
    void send(Letter letter) {}

    @Get("/articles")
    void find(
            @QueryParam @Size(max = 3) int limit,
            @QueryParam @Size(max = 3) Optional<Boolean> open,
            @QueryParam @Size(max = 3) List<Integer> ids,
            @QueryParam @Size(max = 3) Optional<String> text) {}
}
