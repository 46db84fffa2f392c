package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.MaxBody;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
final class Votes {
    record Vote(String choice) {}

    @Get("/search")
    String search(@FormParam String text, @FormParam String order) {
        return text + order;
    }

    @Delete("/votes")
    void delete(@FormParam String choice) {}

    @Post("/votes")
    void vote(Vote vote, @FormParam String name) {}

    @Post("/remarks")
    void remark(@FormParam String name, @Body String text) {}

    @Post("/both")
    void both(@FormParam @QueryParam String name) {}

    @Post("/files/forgotten")
    void forgotten(UploadedFile image) {}

    @Post("/files/query")
    void query(@QueryParam UploadedFile image) {}

    @Post("/files/array")
    void array(@FormParam UploadedFile[] images) {}

    @Get("/files/get")
    void get(@FormParam UploadedFile image) {}

    @Post("/limits/none")
    @MaxBody(100)
    void nothing() {}

    @Post("/limits/zero")
    @MaxBody(0)
    void zero(@Body String text) {}

    @Post("/limits/text")
    void text(@FormParam(maxBytes = 100) String name, @FormParam(maxBytes = 0) UploadedFile image) {}

    @WebSocket("/live")
    boolean live(WebSocketHandshake handshake, @FormParam String name) {
        return handshake.isRequested();
    }
}
