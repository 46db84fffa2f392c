package demo;

import io.jetalyst.annotation.*;
import io.jetalyst.socket.*;
import java.util.*;

@Controller
class Room {
    @Discriminator("kind")
    public sealed interface In {}

    public record Say(String text, @DefaultValue("1") int copies, Optional<String> ref) implements In {}

    @Kind("bye")
    public record Leave() implements In {}

    record Internal(Runnable work) {}

    record Page<T>(List<T> items) {}

    @Get("/room")
    Page<Said> page() { return new Page<>(List.of()); }

    @WebSocket("/room")
    boolean open(WebSocketHandshake handshake) { return false; }
}
