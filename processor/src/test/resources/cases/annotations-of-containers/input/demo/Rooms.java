package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;

@Controller
@DeclareRoles({"admin", "member"})
@RunAs("admin")
class Rooms {
    @Get("/rooms")
    @PermitAll
    String list() {
        return "";
    }
}
