package demo;

import io.jetalyst.annotation.*;

@Controller
@Path("/d")
class Fine extends Base<Room, Long> {}
