package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Paths {
    @Get("rooms")
    void noSlash() {}

    @Get("/rooms/")
    void trailing() {}

    @Get("/rooms//all")
    void empty() {}

    @Get("//rooms")
    void doubled() {}

    @Get("/./rooms")
    void dot() {}

    @Get("/rooms/../all")
    void dots() {}

    @Get("/rooms?all")
    void query() {}

    @Get("/rooms#all")
    void fragment() {}

    @Get("/rooms%20all")
    void percent() {}

    @Get("/rooms;v=1")
    void matrix() {}

    @Get("/rooms\\all")
    void backslash() {}

    @Get("/all rooms")
    void blank() {}

    @Get("/r\u00e4ume")
    void umlaut() {}

    @Get("/{id")
    void open(String id) {}

    @Get("/id}")
    void close(String id) {}

    @Get("/{{id}}")
    void nested(String id) {}

    @Get("/{id}/{id}")
    void twice(String id) {}

    @Get("/{*rest}/more")
    void tail(String rest) {}

    @Get("/{a}b")
    void mixed(String a) {}

    @Get("/{a}{b}")
    void two(String a, String b) {}

    @Get("/{}")
    void unnamed() {}

    @Get("/{1st}")
    void digit() {}

    @Get("/{a.b}")
    void dotted() {}

    @Get("/{*}")
    void star() {}

    @Get("/\"hello\"")
    void quoted() {}

    @Get("/tab\t")
    void control() {}
}
