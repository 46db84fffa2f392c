package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ConvertWith;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Request;
import io.jetalyst.socket.WebSocketHandshake;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Controller
@Path("/search")
class Search {
    enum Color {
        RED
    }

    record Name(String text) {
        static Name of(String text) {
            return new Name(text);
        }
    }

    @ConvertWith(ProjectConverter.class)
    record Project(long id) {}

    static class ProjectConverter {
        Optional<Project> convert(long id) {
            return Optional.of(new Project(id));
        }
    }

    record Paging(@QueryParam @DefaultValue("1") int page, @QueryParam("page-size") @DefaultValue("20") int size) {}

    @Get
    String all(Request request) {
        return "";
    }

    @Get("/find")
    String find(@QueryParam String q, @Params Paging paging, @HeaderParam String userAgent) {
        return "";
    }

    @Get("/options")
    String options(@QueryParam Optional<Color> color, @QueryParam List<Integer> number, @QueryParam Set<Name> name) {
        return "";
    }

    @Get("/{number}/{id}/{color}/{day}")
    String kinds(int number, UUID id, Color color, LocalDate day, @QueryParam boolean exact) {
        return "";
    }

    @Get("/names/{name}/{locale}/{public}")
    String texts(Name name, Locale locale, @io.jetalyst.annotation.PathParam("public") String visible) {
        return "";
    }

    @Delete("/projects/{project}")
    void delete(Project project) {}

    @Get("/files/{*file}")
    String file(String file) {
        return "";
    }

    @Get("/room/{room}")
    String room(String room) {
        return "";
    }

    @WebSocket("/room/{room}")
    boolean room(WebSocketHandshake handshake, String room, @QueryParam Optional<UUID> token) {
        return handshake.isRequested();
    }
}
