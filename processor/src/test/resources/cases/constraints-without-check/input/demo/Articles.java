package demo;

import io.jetalyst.annotation.*;
import io.jetalyst.http.Request;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.util.List;
import java.util.Optional;

@Controller
class Articles {
    interface Draft {}

    record Article(@Size(max = 3, groups = Draft.class) String title, @Size(max = 3, groups = Default.class) String text) {}

    static class Trimmed {
        String convert(@Size(max = 2) String text) { return text; }
    }

    Articles(@Size(max = 1) StringBuilder names) {}

    @Get("/a")
    @Size(max = 3)
    String result() { return ""; }

    @Get("/b")
    List<@Size(max = 3) String> elements() { return List.of(); }

    @Get("/c")
    String given(@Valid Request request) { return ""; }

    @Get("/d")
    String group(@QueryParam @Size(max = 3, groups = Draft.class) String text) { return text; }

    @Get("/e")
    String text(@QueryParam @Valid Optional<String> tag, @QueryParam @Valid String name) { return name; }

    @Post("/f")
    void group(Article article) {}

    @Get("/g")
    String converted(@QueryParam @ConvertWith(Trimmed.class) String text) { return text; }

    @OnError(IllegalStateException.class)
    @ResponseStatus(409)
    String failed(@Valid IllegalStateException failure) { return ""; }
}
