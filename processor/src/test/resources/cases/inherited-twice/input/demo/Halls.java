package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;

@Controller
@Path("/halls")
final class Halls implements Names.Below {
    @Override
    public String name() {
        return "";
    }
}
