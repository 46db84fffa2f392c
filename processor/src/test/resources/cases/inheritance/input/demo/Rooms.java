package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;
import java.util.UUID;

@Controller
@Path("/rooms")
class Rooms extends lib.Crud<Rooms.Room> implements lib.Finder<Rooms.Room, UUID> {
    record Room(UUID id) {}

    @Override
    public Room find(UUID id, int levels) {
        return new Room(id);
    }

    @Override
    public void remove(UUID room) {}
}
