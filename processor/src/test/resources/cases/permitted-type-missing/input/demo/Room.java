package demo;

import io.jetalyst.annotation.*;
import java.util.List;

@Controller
class Room {
    @Post("/commands")
    List<Command> take(Command command) { return List.of(command); }
}
