package demo;

import io.jetalyst.annotation.Delete;
import jakarta.annotation.security.RolesAllowed;

abstract class Base {
    @Delete("/invoices")
    @RolesAllowed("owner")
    @Audited("contract")
    void clear() {}
}
