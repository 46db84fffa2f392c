package demo;

import io.jetalyst.annotation.*;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.*;

@Controller
@Path("/articles")
final class Articles {
    record Article(@Size(max = 3) String title, @Valid Author author, List<@Valid Link> links, @Valid Article next) {}

    record Author(@Size(min = 1, message = "\"Who?\"\n") String name) {}

    record Link(Map<String, @Size(max = 9) String> parts) {}

    record Tag(String name) {}

    sealed interface Shape {}

    record Circle(@Size(max = 3) String name) implements Shape {}

    @Post("/whole")
    void whole(Article article, @QueryParam @Size(max = 5) String tag) {}

    @Post("/optional")
    void optional(@Body Optional<Article> article) {}

    @Post("/list")
    void list(@Body List<Article> articles) {}

    @Post("/array")
    void array(@Body @Size(max = 2) String[] articles) {}

    @Post("/map")
    void map(@Body Map<String, Article> articles) {}

    @Post("/kinds")
    void kinds(Shape shape) {}

    @Post("/free")
    void free(Tag tag) {}

    @Get("/search")
    void search(@QueryParam List<@Size(max = 3) String> words, @QueryParam @Size(min = 2) Optional<String> text) {}

    @Get("/search/{text}")
    void search(@Size(min = 2) @Tidy String text) {}
}
