package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import java.io.IOException;

@Controller
class Parameters {
    Parameters(int port, String name, byte[] key) throws IOException {}

    @Get("/parameters")
    String page() {
        return "";
    }
}
