package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.security.Identity;
import io.jetalyst.security.jwt.TokenIdentity;
import jakarta.annotation.security.RolesAllowed;

/** Orders, for clients with tokens. */
@Controller
final class OrderController {
    @Get("/orders")
    @RolesAllowed("seller")
    String orders(Identity identity) {
        return "orders of " + identity.name();
    }

    @Get("/scoped")
    String scoped(Identity identity) {
        if (identity instanceof TokenIdentity client) {
            client.requireScope("orders:write");
        }
        return "changed";
    }

    @NonBlocking
    @Get("/fast")
    @RolesAllowed("seller")
    String fast() {
        return Thread.currentThread().getName();
    }
}
