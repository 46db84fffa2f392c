package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;

/** The measured handlers where they may block. */
@Controller
@Path("/blocking")
final class RequestController {
    @Get("/plaintext")
    String plaintext() {
        return Posts.PLAINTEXT;
    }

    @Get("/users/{user}/posts")
    String posts(long user, @QueryParam int page) {
        return Posts.title(user, page);
    }
}
