package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.PathParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.socket.WebSocketSession;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

@Controller
class Ways {
    record NewRoom(String name) {}

    static class Repository {}

    @Post("/body")
    void body(NewRoom room) {}

    @Post("/stream")
    void stream(InputStream in) {}

    @Post("/bytes")
    void bytes(byte[] body) {}

    @Post("/several")
    void several(List<NewRoom> rooms) {}

    @Post("/collaborator")
    void collaborator(Repository repository) {}

    @Get("/record")
    void record(NewRoom filter) {}

    @Get("/list")
    void list(@QueryParam List<String> tags, @QueryParam Set<Integer> ids, @QueryParam String[] names) {}

    @Get("/map")
    void map(@QueryParam Map<String, String> all) {}

    @Get("/optional")
    void optional(@QueryParam OptionalInt page) {}

    @Get("/time/{day}")
    void time(LocalDate day, @QueryParam Optional<Duration> within) {}

    @Get("/number/{price}")
    void number(@PathParam("price") BigDecimal price, @QueryParam URI link) {}

    @Get("/session")
    void session(WebSocketSession session) {}
}
