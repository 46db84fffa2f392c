package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;
import java.util.Optional;
import java.util.UUID;

@Controller
class Defaults {
    enum Color {
        RED,
        GREEN
    }

    @Get("/a/{id}")
    String a(@DefaultValue("1") int id, @DefaultValue("1") int page) {
        return "";
    }

    @Get("/b")
    String b(@QueryParam @DefaultValue("1") Optional<Integer> page) {
        return "";
    }

    @Get("/c")
    String c(
            @QueryParam @DefaultValue("2147483648") int a,
            @QueryParam @DefaultValue("-129") byte b,
            @QueryParam @DefaultValue("red") Color c,
            @QueryParam @DefaultValue("yes") boolean d,
            @QueryParam @DefaultValue("ab") char e,
            @QueryParam @DefaultValue("1-2-3-4-5") UUID f,
            @QueryParam @DefaultValue("1e999") double g,
            @QueryParam @DefaultValue("1f") float h,
            @QueryParam @DefaultValue("") long i,
            @QueryParam @DefaultValue("70000") short j) {
        return "";
    }
}
