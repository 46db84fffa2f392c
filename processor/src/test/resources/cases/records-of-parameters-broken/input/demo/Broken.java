package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.QueryParam;
import java.util.Optional;

@Controller
class Broken {
    record Paging(@QueryParam @DefaultValue("x") int page, int size) {}

    record One(@Params Two two) {}

    record Two(@Params Three three) {}

    record Three(@QueryParam int number) {}

    record Loop(@Params Loop loop) {}

    record Range<T>(@QueryParam T from) {}

    private record Hidden(@QueryParam int a) {}

    record Room(int room) {}

    @Get("/a")
    String a(@Params Paging paging) {
        return "";
    }

    @Get("/b")
    String b(@Params Paging paging, @Params One one) {
        return "";
    }

    @Get("/c")
    String c(@Params Loop loop, @Params String text, @Params Optional<Three> maybe, @Params Range raw) {
        return "";
    }

    @Get("/d")
    String d(@Params @QueryParam Three three, @Params Hidden hidden, Three bare) {
        return "";
    }

    @Get("/e/{rom}")
    String e(@Params Room room) {
        return "";
    }

    void f(@Params Three three) {}
}
