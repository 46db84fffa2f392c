package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.security.oidc.OidcLogin;
import io.jetalyst.session.AllSessions;
import jakarta.annotation.security.PermitAll;

/** Logs users out. A test has no administrator who may do so. */
@Controller
final class BlockController {
    private final OidcLogin login;
    private final AllSessions sessions;

    BlockController(OidcLogin login, AllSessions sessions) {
        this.login = login;
        this.sessions = sessions;
    }

    @Post("/block")
    @PermitAll
    String block(@FormParam String subject) {
        return login.logOutEverywhere(sessions, subject) + " sessions";
    }
}
