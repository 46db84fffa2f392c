package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.security.Identity;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

@Controller
@RolesAllowed("Admin")
class Rooms {
    @Get("/misspelled")
    @RolesAllowed({"member", "admni"})
    String misspelled() {
        return "";
    }

    @Get("/none")
    @RolesAllowed({})
    String none() {
        return "";
    }

    @Get("/several")
    @PermitAll
    @DenyAll
    String several() {
        return "";
    }

    @Get("/carried")
    @Wrong
    @PermitAll
    String carried() {
        return "";
    }

    @Get("/everyone")
    @PermitAll
    String everyone(Identity identity) {
        return identity.name();
    }

    @DenyAll
    String helper() {
        return "";
    }

    @OnError(IllegalStateException.class)
    @ResponseStatus(409)
    @RolesAllowed("admin")
    String failed(IllegalStateException failure) {
        return "";
    }

    @Get("/asterisk")
    @RolesAllowed("*")
    String asterisk() {
        return "";
    }

    @Get("/unreached")
    String unreached() {
        return "";
    }
}
