package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.WebSocketHandshake;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

@Controller
@RolesAllowed({Role.ADMIN, Role.MEMBER})
final class LibraryController {
    @Get("/loans")
    String loans(Identity identity) {
        return "The loans of " + identity.name();
    }

    @Delete("/books/{isbn}")
    @RolesAllowed(Role.ADMIN)
    void delete(String isbn) {}

    @Get("/")
    @PermitAll
    String welcome(Optional<Identity> identity) {
        return identity.map(Identity::name).orElse("guest");
    }

    @Get("/chat")
    String page() {
        return "chat";
    }

    @WebSocket("/chat")
    boolean chat(WebSocketHandshake handshake, Identity identity) {
        if (handshake.isRequested()) {
            handshake.onOpen(session -> session.send("Hello " + identity.name()));
            return true;
        }
        return false;
    }
}
