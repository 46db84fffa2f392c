package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ConvertWith;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

@Controller
@Path("/notes")
final class Notes {
    record Note(String text) {}

    private record Secret(String text) {}

    @Get
    String read(@Body String text) {
        return text;
    }

    @Delete
    void delete(@Body Note note) {}

    @Post
    void two(Note first, @Body String second) {}

    @Put
    void both(@Body @QueryParam String text) {}

    @Post("/default")
    void byDefault(@Body @DefaultValue("none") String text) {}

    @Post("/wild")
    void wild(@Body List<? extends Note> notes) {}

    @Post("/raw")
    void raw(@Body List notes) {}

    @Post("/reader")
    void reader(@Body Reader reader) {}

    @Post("/optional-stream")
    void optionalStream(@Body Optional<InputStream> in) {}

    @Post("/waits")
    @NonBlocking
    void waits(@Body InputStream in) {}

    @Post("/secret")
    void secret(@Body List<Secret> secrets) {}

    @Post("/unsaid")
    void unsaid(List<Note> notes) {}

    @Post("/bytes")
    void unsaidBytes(byte[] bytes) {}

    @WebSocket("/live")
    boolean live(WebSocketHandshake handshake, @Body Note note) {
        return handshake.isRequested();
    }

    static final class Trimmed {
        String convert(String text) {
            return text.strip();
        }
    }

    @Post("/converted")
    void converted(@Body @ConvertWith(Trimmed.class) String text) {}
}
