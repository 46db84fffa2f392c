package elsewhere;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import jakarta.annotation.security.RolesAllowed;

@Controller
class Other {
    @Get("/other")
    @RolesAllowed("admin")
    String page() {
        return "";
    }

    @Get("/asterisk")
    @RolesAllowed("*")
    String asterisk() {
        return "";
    }
}
