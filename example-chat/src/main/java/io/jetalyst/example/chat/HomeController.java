package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Response;

/** The front door. */
@Controller
final class HomeController {
    @Get("/")
    Response home() {
        return Response.seeOther("/chat/lobby");
    }
}
