package demo.inner;

import demo.Office;
import demo.Role;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.WebSocketHandshake;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

@Controller
@RolesAllowed(Role.MEMBER)
class Rooms {
    @Get("/rooms")
    String list() {
        return "";
    }

    @Get("/rooms/own")
    String own(Identity identity) {
        return identity.name();
    }

    @Get("/welcome")
    @PermitAll
    String welcome(Optional<Identity> identity) {
        return "";
    }

    @Post("/rooms")
    @RolesAllowed({"**", Role.ADMIN})
    void create() {}

    @Post("/rooms/{room}")
    @Office
    void change(String room) {}

    @Get("/closed")
    @DenyAll
    String closed() {
        return "";
    }

    @WebSocket("/rooms")
    @RolesAllowed("admin")
    boolean watch(WebSocketHandshake handshake, Identity identity) {
        return false;
    }
}
