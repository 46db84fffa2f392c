package demo.inner;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.security.Identity;

@Controller
class Undeclared {
    @Get("/me")
    String me(Identity identity) {
        return identity.name();
    }

    @Get("/home")
    String home() {
        return "";
    }
}
