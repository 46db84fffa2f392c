import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Root {
    @Get
    String page() {
        return "";
    }
}
