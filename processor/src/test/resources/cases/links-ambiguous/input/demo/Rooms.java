package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Request;

@Controller
class Rooms {
    @Get("/a")
    String page(Request request) {
        return "";
    }

    @Get("/b")
    String page(Context context) {
        return "";
    }

    @Post("/b")
    String page(Context context, Request request) {
        return "";
    }

    @Get("/c/{number}")
    String page(int number) {
        return "";
    }

    @Get("/d")
    String find(@QueryParam int floor, Request request) {
        return "";
    }

    @Post("/d")
    String find(@QueryParam int seats, Context context) {
        return "";
    }

    @Get("/notify")
    String notify(Request request) {
        return "";
    }

    @Get("/wait/{room}")
    String wait(String room) {
        return "";
    }
}
