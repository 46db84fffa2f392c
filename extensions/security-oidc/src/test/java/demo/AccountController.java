package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.security.Identity;
import io.jetalyst.security.oidc.OidcIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

@Controller
final class AccountController {
    @Get("/")
    @PermitAll
    String home(Optional<Identity> identity) {
        return identity.map(user -> "Hello " + user.name()).orElse("Hello");
    }

    @Get("/account")
    @RolesAllowed("buyer")
    String account(Identity identity, @QueryParam Optional<String> tab) {
        String name = identity instanceof OidcIdentity user ? user.claim("name").orElse("?") : "?";
        return identity.name() + ", " + name + ", " + tab.orElse("no tab");
    }

    @Get("/admin")
    @RolesAllowed("admin")
    String admin() {
        return "secret";
    }

    @Post("/orders")
    @RolesAllowed("buyer")
    String order(@FormParam String article) {
        return article;
    }
}
