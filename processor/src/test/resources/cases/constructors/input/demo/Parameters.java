package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import java.io.IOException;

@Controller
class Parameters {
    Parameters(int port, String name, byte[] key, Hidden hidden) throws IOException {}

    private interface Hidden {}

    @Get("/parameters")
    String page() {
        return "";
    }
}
