package demo;

import io.jetalyst.annotation.*;

@Controller
@Path("/e")
class WithoutHandlers extends Plain {
    @Get
    String page() { return ""; }
}
