package io.jetalyst.session.jetty;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.session.AllSessions;
import io.jetalyst.session.SessionKey;

/** Ends all sessions of a user. */
@Controller
final class EverywhereController {
    private static final SessionKey<String> USER = SessionKey.of("user", String.class);

    private final AllSessions sessions;

    EverywhereController(AllSessions sessions) {
        this.sessions = sessions;
    }

    @Post("/sign-out-everywhere")
    String signOutEverywhere(@FormParam String user) {
        return Integer.toString(sessions.end(USER, user::equals));
    }
}
