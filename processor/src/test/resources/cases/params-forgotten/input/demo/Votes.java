package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.CookieParam;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Patch;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;

@Controller
final class Votes {
    record Vote(@FormParam String choice, String comment) {}

    record Range(@QueryParam int from, @CookieParam String session) {}

    record Box<T>(@FormParam T value) {}

    record Plain(String choice) {}

    @Post("/post")
    void post(Vote vote) {}

    @Put("/put")
    void put(Range range) {}

    @Patch("/patch")
    void patch(Box<String> box) {}

    @Get("/get")
    void get(Vote vote) {}

    @Post("/field")
    void field(@FormParam Vote vote) {}

    @Post("/json")
    void json(@Body Range range) {}

    @Post("/plain")
    void plain(Plain plain) {}
}
