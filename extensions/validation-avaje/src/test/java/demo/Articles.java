package demo;

import io.avaje.jsonb.Json;
import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A controller whose values have constraints in all places that can have some. */
@Controller
@Path("/articles")
final class Articles {
    record NewArticle(
            @NotBlank @Size(max = 20) String title,
            @NotBlank(message = "Write a text.") String text,
            @Size(max = 2) List<@NotBlank(message = "{tag.blank}") String> tags,
            @Valid Author author,
            List<@Valid Link> links) {}

    record Author(@NotNull String name, @Email String mail) {}

    record Link(@Pattern(regexp = "https?://.+") String href) {}

    record Plain(String text) {}

    @Json(typeProperty = "type")
    @Json.SubType(type = Circle.class, name = "circle")
    @Json.SubType(type = Square.class, name = "square")
    sealed interface Shape {}

    @Json
    record Circle(@Positive @Max(9) int radius) implements Shape {}

    @Json
    record Square(@Positive int side) implements Shape {}

    @Json
    @Valid
    record Say(@NotBlank @Size(max = 5) String text) {}

    @Post
    String create(NewArticle article) {
        return article.title();
    }

    @Post("/plain")
    String plain(Plain plain) {
        return plain.text();
    }

    @Put("/{id}")
    String replace(@Min(1) long id, @QueryParam @Max(3) int version, @Body Optional<NewArticle> article) {
        return id + " " + article.isPresent();
    }

    @Post("/all")
    String createAll(@Body @NotEmpty List<NewArticle> articles) {
        return Integer.toString(articles.size());
    }

    @Post("/named")
    String createNamed(@Body List<Link> links) {
        return Integer.toString(links.size());
    }

    @Post("/shapes")
    String shape(Shape shape) {
        return shape.toString();
    }

    @Post("/text")
    String text(@Body @Size(min = 3) String text) {
        return text;
    }

    @Get
    String list(
            @QueryParam @DefaultValue("1") @Min(1) int page,
            @QueryParam @Size(max = 3) Optional<String> tag,
            @QueryParam @Size(max = 2) List<@Size(max = 1) String> ids,
            @HeaderParam("X-Name") @NotBlank String name) {
        return page + tag.orElse("") + ids + name;
    }

    record Paging(
            @QueryParam @DefaultValue("1") @Min(1) int page,
            @QueryParam("page-size") @Max(9) int size) {}

    @Get("/paged")
    String paged(@Params Paging paging) {
        return paging.page() + "/" + paging.size();
    }

    @WebSocket("/live")
    boolean live(@QueryParam @DefaultValue("1") @Min(1) int from, WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onMessage(Say.class, (session, say) -> session.send(say.text()));
        return true;
    }

    @WebSocket("/lenient")
    boolean lenient(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onMessage(Say.class, (session, say) -> session.send(say.text()))
                .onMalformedMessage((session, message) -> session.send(message.problem()));
        return true;
    }

    @Get("/live")
    Map<String, Integer> page(@QueryParam @DefaultValue("1") int from) {
        return Map.of("from", from);
    }
}
