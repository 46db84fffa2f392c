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

    record Deep(Author[] authors, List<List<@Size(max = 3) String>> names, Optional<List<@Valid Author>> others) {}

    @Post("/deep")
    void deep(Deep deep) {}

    @Post("/arrays")
    void arrays(@Body Author[] authors) {}

    @Post("/lists")
    void lists(@Body List<List<Author>> authors) {}

    @Post("/files")
    void files(@FormParam @Size(max = 3) List<io.jetalyst.body.UploadedFile> photos) {}

    static class Authors {
        Optional<Author> convert(String text) {
            return Optional.empty();
        }
    }

    @Get("/authors/{author}")
    void load(@Valid @ConvertWith(Authors.class) Author author) {}

    @Get("/articles")
    void find(
            @QueryParam @Size(max = 3) int limit,
            @QueryParam @Size(max = 3) Optional<Boolean> open,
            @QueryParam @Size(max = 3) List<Integer> ids,
            @QueryParam @Size(max = 3) Optional<String> text) {}
}
