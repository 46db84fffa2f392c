package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.QueryParam;

/** The measured handlers on the thread that reads. */
@Controller
@NonBlocking
final class NonBlockingController {
    @Get("/plaintext")
    String plaintext() {
        return Posts.PLAINTEXT;
    }

    @Get("/users/{user}/posts")
    String posts(long user, @QueryParam int page) {
        return Posts.title(user, page);
    }
}
