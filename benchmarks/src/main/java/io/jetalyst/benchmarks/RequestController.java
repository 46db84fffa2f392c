package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.QueryParam;

/** The measured handlers, once on the thread that reads and once where they may block. */
@Controller
final class RequestController {
    @NonBlocking
    @Get("/plaintext")
    String plaintext() {
        return Posts.PLAINTEXT;
    }

    @NonBlocking
    @Get("/users/{user}/posts")
    String posts(long user, @QueryParam int page) {
        return Posts.title(user, page);
    }

    @Get("/blocking/plaintext")
    String blockingPlaintext() {
        return Posts.PLAINTEXT;
    }

    @Get("/blocking/users/{user}/posts")
    String blockingPosts(long user, @QueryParam int page) {
        return Posts.title(user, page);
    }
}
