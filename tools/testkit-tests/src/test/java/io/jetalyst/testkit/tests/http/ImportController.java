package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Patch;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.ResponseStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Methods that take bodies. */
@Controller
@Path("/imports")
final class ImportController {
    record NewArticle(String title, List<String> tags, Optional<String> summary) {}

    static final class Locked extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String title;

        Locked(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    @Post
    @ResponseStatus(201)
    NewArticle create(NewArticle article) {
        return article;
    }

    @Post("/all")
    int createAll(@Body List<NewArticle> articles) {
        return articles.size();
    }

    @Patch("/{title}")
    void rename(String title, @Body String newTitle) {
        throw new Locked(title);
    }

    @Put("/lines")
    long count(@Body InputStream lines) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            return reader.lines().count();
        }
    }

    @OnError(Locked.class)
    @ResponseStatus(409)
    String locked(Locked locked) {
        return "Somebody else is editing " + locked.title() + ".";
    }
}
