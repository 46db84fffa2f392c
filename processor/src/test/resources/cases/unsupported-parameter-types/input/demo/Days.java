package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.socket.Topics;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@Controller
@Path("/days/{day}")
class Days {
    record Filter(String name) {}

    private enum Kind {
        WORK
    }

    @Get
    String show(LocalDate day, @QueryParam Filter filter, @QueryParam List<String> tags, Object rest) {
        return "";
    }

    @Get("/rooms")
    String rooms(LocalDate day, Topics topics) {
        return "";
    }

    @Get("/user")
    String user(LocalDate day, Principal principal) {
        return "";
    }

    @Post
    String add(int[] day, @QueryParam Kind kind, @QueryParam Optional<Optional<String>> twice) {
        return "";
    }
}
