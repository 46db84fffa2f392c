package demo;

import io.jetalyst.http.Link;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Links to the routes of {@link Search}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class SearchLinks {
    private SearchLinks() {}

    public static Link all() {
        return Link.to("/search");
    }

    public static Link delete(long project) {
        return Link.to("/search/projects/{project}", project);
    }

    public static Link file(String file) {
        return Link.to("/search/files/{*file}", file);
    }

    public static Link find(String q, Integer page, Integer size) {
        return Link.to("/search/find").query("q", q).query("page", page).query("page-size", size);
    }

    public static Link kinds(int number, UUID id, Search.Color color, LocalDate day, boolean exact) {
        return Link.to("/search/{number}/{id}/{color}/{day}", number, id, color, day).query("exact", exact);
    }

    public static Link options() {
        return Link.to("/search/options");
    }

    public static Link options(Search.Color color, Collection<? extends Integer> number, Collection<? extends String> name) {
        return Link.to("/search/options").query("color", color).query("number", number).query("name", name);
    }

    public static Link room(String room) {
        return Link.to("/search/room/{room}", room);
    }

    public static Link room(String room, UUID token) {
        return Link.to("/search/room/{room}", room).query("token", token);
    }

    public static Link texts(String name, String locale, String public_) {
        return Link.to("/search/names/{name}/{locale}/{public}", name, locale, public_);
    }
}
