package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;

/** Keeps a bookmark of a browser, with or without a login. */
@Controller
@Path("/bookmark")
final class BookmarkController {
    private static final SessionKey<String> BOOKMARK = SessionKey.of("bookmark", String.class);

    @Post
    void add(@FormParam String bookmark, Session session) {
        session.put(BOOKMARK, bookmark);
    }

    @Get
    String show(Session session) {
        return session.get(BOOKMARK).orElse("");
    }
}
