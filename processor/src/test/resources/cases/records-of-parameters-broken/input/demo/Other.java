package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;

/** Uses the same record, whose mistakes are reported once. */
@Controller
class Other {
    @Get("/other")
    String other(@Params Broken.Paging paging) {
        return "";
    }
}
