package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Rooms {
    @Get("/rooms?page={page}")
    void query(int page) {}

    @Get("/rooms?{page}")
    void bareQuery(int page) {}

    @Get("/a/${id}")
    void placeholder(int id) {}

    @Get("${api.base}/rooms")
    void setting() {}

    @Get("/b/#{id}")
    void expression(int id) {}

    @Get("/c;v={v}")
    void matrix(int v) {}

    @Get("https://example.org/rooms/{id}")
    void url(int id) {}

    @Get("""
            /rooms
            """)
    void textBlock() {}
}
