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
}
