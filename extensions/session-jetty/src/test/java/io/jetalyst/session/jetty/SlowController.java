package io.jetalyst.session.jetty;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Post;
import io.jetalyst.security.Identity;
import java.util.Optional;

/** Answers when the content of the request is there, with the identity of its beginning. */
@Controller
final class SlowController {
    @Post("/slow")
    String slow(@Body String text, Optional<Identity> identity) {
        return identity.map(Identity::name).orElse("nobody") + ": " + text;
    }
}
