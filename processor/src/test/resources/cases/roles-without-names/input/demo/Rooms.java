package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import jakarta.annotation.security.RolesAllowed;

@Controller
final class Rooms {
    @Get("/rooms")
    @RolesAllowed("admin")
    String rooms() {
        return "";
    }
}
