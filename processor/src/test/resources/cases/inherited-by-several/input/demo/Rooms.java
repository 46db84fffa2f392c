package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;
import java.util.UUID;

@Controller
@Path("/rooms")
class Rooms extends Crud<UUID> {}
