package demo;

import io.jetalyst.annotation.*;
import java.io.InputStream;
import java.util.*;
import java.util.concurrent.locks.Lock;

@Controller
class Direct {
    @Post("/1")
    void thread(@Body Thread thread) {}

    @Post("/2")
    void streams(@Body List<InputStream> streams) {}

    @Get("/3")
    Map<String, Thread> threads() { return null; }

    @Get("/4")
    Optional<List<Lock>> locks() { return null; }

    @Post("/5")
    void any(@Body Map<String, Object> any) {}

    @Get("/6")
    Map<String, io.jetalyst.security.Identity> identities() { return null; }

    @Get("/7")
    io.jetalyst.http.Flash flash() { return null; }

    @Get("/8")
    Optional<io.jetalyst.session.Session> session() { return null; }

    @Post("/9")
    void identity(@Body io.jetalyst.security.Identity identity) {}
}
