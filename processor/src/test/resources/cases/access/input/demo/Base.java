package demo;

import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Put;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

@DenyAll
abstract class Base {
    @Get("/inherited")
    String inherited() {
        return "";
    }

    @Delete("/overridden")
    @RolesAllowed(Role.ADMIN)
    void overridden() {}

    @Put("/replaced")
    @RolesAllowed(Role.ADMIN)
    void replaced() {}

    @Get("/open")
    @PermitAll
    String open() {
        return "";
    }
}
