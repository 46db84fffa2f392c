package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** Inherits from interfaces, some of which know nothing of each other. */
@Controller
class Several implements Open, Closed, Nearer {
    @Override
    public String open() {
        return "";
    }
}

@RolesAllowed("admin")
interface Open {
    @Get("/open")
    @PermitAll
    String open();
}

@RolesAllowed("admin")
interface Closed {
    @DenyAll
    String open();
}

@DenyAll
interface Further {
    @DenyAll
    String near();
}

@RolesAllowed("admin")
interface Nearer extends Further {
    @Get("/near")
    @PermitAll
    @Override
    default String near() {
        return "";
    }
}
