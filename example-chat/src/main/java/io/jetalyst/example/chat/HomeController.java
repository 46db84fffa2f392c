package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.http.Response;
import io.jetalyst.session.Session;

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

    /** Forgets the person. The framework closes the sockets of the session, so all tabs leave their rooms. */
    @Post("/leave")
    Response leave(Session browser) {
        browser.invalidate();
        return Response.seeOther(ChatControllerLinks.page("lobby"))
                .header("Clear-Site-Data", "\"cache\""); // the pictures of rooms
    }
}
