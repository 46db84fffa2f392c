package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Rooms {
    @Get("/a/{id:[0-9]+}")
    void pattern(int id) {}

    @Get("/b/{id:\\d{4}}")
    void quantifier(int id) {}

    @Get("/c/{date:\\d{4}/\\d{2}}")
    void patternWithSlash(String date) {}

    @Get("/d/{id:int}")
    void type(int id) {}

    @Get("/e/{path:.*}")
    void everything(String path) {}

    @Get("/f/{path...}")
    void dots(String path) {}

    @Get("/g/{**path}")
    void stars(String path) {}

    @Get("/h/{path*}")
    void star(String path) {}

    @Get("/i/{+path}")
    void plus(String path) {}

    @Get("/j/{id?}")
    void optional(String id) {}

    @Get("/l/{id=1}")
    void withDefault(int id) {}

    @Get("/m/{ id }")
    void spaces(int id) {}

    @Get("/n/<id>")
    void angles(int id) {}

    @Get("/o/[id]")
    void brackets(int id) {}

    @Get("/p/<int:id>")
    void typedAngles(int id) {}

    @Get("/q/{{id}}")
    void twice(int id) {}

    @Get("/r/{}")
    void nameless(int id) {}

    @Get("/s/{id}.json")
    void extension(int id) {}
}
