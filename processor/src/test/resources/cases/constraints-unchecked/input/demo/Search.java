package demo;

import io.jetalyst.annotation.*;
import jakarta.validation.constraints.Size;

@Controller
class Search {
    @Get("/search")
    void search(@QueryParam @Size(max = 5) String text) {}
}
