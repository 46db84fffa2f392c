package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;

@Controller
class Methods {
    @Get("/private")
    private String hidden() {
        return "";
    }

    @Get("/static")
    static String fixed() {
        return "";
    }

    @Get("/generic")
    <T> String generic() {
        return "";
    }

    @Get("/generic/{key}")
    <K> java.util.List<K> open(K key) {
        return java.util.List.of(key);
    }

    @Get("/varargs")
    String varargs(@QueryParam String... names) {
        return "";
    }

    @Get("/throwable")
    String throwable() throws Throwable {
        return "";
    }

    @Get("/both")
    @Post("/both")
    String both() {
        return "";
    }
}
