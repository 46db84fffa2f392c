package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;

@Controller
@Path("/rooms")
class Rooms {
    @Get("/{id}")
    void get(int id, @QueryParam("page") int page) {}

    @GetMapping("/all")
    void all() {}

    @Post
    void create(@RequestBody String body) {}
}
