package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Consumes;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Produces;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Response;
import io.jetalyst.view.View;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Controller
@Path("/articles")
@Consumes({"application/json", "application/vnd.article+json"})
final class Articles {
    @Get
    @Produces("text/html")
    View page() {
        return out -> {};
    }

    @Get
    List<Article> list() {
        return List.of();
    }

    @Get
    @Produces({"text/csv", "text/tab-separated-values;header=present"})
    CompletionStage<Optional<String>> table() {
        throw new IllegalStateException();
    }

    @Get("/lines")
    @Produces("application/x-ndjson")
    Stream<Article> lines() {
        return Stream.of();
    }

    @Get("/own")
    @Produces("application/pdf")
    Response own() {
        return Response.text("");
    }

    @Post
    @ResponseStatus(201)
    @Produces("application/vnd.article+json")
    Article create(Article article) {
        return article;
    }

    @Post
    @Consumes("text/csv")
    void upload(@Body String rows) {}

    @Get("/bytes")
    byte[] bytes() {
        return new byte[0];
    }

    @Get("/image")
    @Produces("image/png")
    Optional<byte[]> image() {
        return Optional.empty();
    }

    @Get("/stream")
    CompletionStage<InputStream> stream() {
        throw new IllegalStateException();
    }

    @Get("/file")
    Reply<java.nio.file.Path> file() {
        return Reply.noContent();
    }

    @Get("/parts")
    Flow.Publisher<ByteBuffer> parts() {
        return subscriber -> {};
    }
}
