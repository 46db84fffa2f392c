package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Response;

/** The paths that lead to the lobby. */
@Controller
final class HomeController {
    @Get("/")
    Response home() {
        return Response.seeOther(ChatControllerLinks.page("lobby"));
    }

    @Get("/chat")
    Response rooms() {
        return Response.seeOther(ChatControllerLinks.page("lobby"));
    }
}
