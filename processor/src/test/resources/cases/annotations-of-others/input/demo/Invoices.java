package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import java.util.Map;

@Controller
@RolesAllowed({"clerk", "admin"})
@Ignored
class Invoices extends Base {
    @Get("/invoices")
    @Ignored
    String list(@QueryParam @Min(1) @Even int page) {
        return "";
    }

    @Post("/invoices")
    @NonBlocking
    @RolesAllowed("admin")
    @Audited(
            value = "billing",
            level = Audited.Level.HIGH,
            types = {String.class, Map.Entry.class})
    void create() {}

    @WebSocket("/invoices")
    boolean watch(WebSocketHandshake handshake) {
        return false;
    }

    @Override
    @Audited("override")
    void clear() {}
}
