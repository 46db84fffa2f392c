package demo;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** A service: one warning, however many methods it has. */
class Accounts {
    @RolesAllowed("admin")
    void remove(String name) {}

    @PermitAll
    int count() {
        return 0;
    }
}
