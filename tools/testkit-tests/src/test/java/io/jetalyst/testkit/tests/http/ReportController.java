package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Consumes;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Produces;
import io.jetalyst.config.Settings;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Results and bodies in several media types. */
@Controller
@io.jetalyst.annotation.Path("/reports")
final class ReportController {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final Path folder;

    ReportController(Settings settings) {
        this.folder = Path.of(settings.get("files.folder").orElseThrow());
    }

    @Get
    @Produces("text/html")
    String page() {
        return "<h1>Reports</h1>";
    }

    @Get
    @Produces("text/csv")
    String csv() {
        return "id,title\r\n1,One\r\n";
    }

    @Get
    List<Article> list() {
        return List.of(new Article(1, "One", 1));
    }

    @Post
    @Consumes("text/csv")
    String importRows(@Body String rows) {
        return rows.lines().count() + " rows";
    }

    @Post
    String importAll(@Body List<Article> articles) {
        return articles.size() + " articles";
    }

    @Get("/logo")
    @Produces("image/png")
    byte[] logo() {
        return PNG;
    }

    @Get("/{year}/{name}")
    Path file(int year, String name) {
        return folder.resolve(Integer.toString(year)).resolve(Path.of(name).getFileName());
    }

    @Get("/greeting")
    @Produces({"text/plain", "text/markdown"})
    String greeting() {
        return "Hello";
    }

    @Get("/stream")
    CompletionStage<Reply<InputStream>> stream() {
        InputStream stream = new ByteArrayInputStream("streamed".getBytes(StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(
                Reply.of(Status.ACCEPTED, stream).header("Vary", "Cookie"));
    }

    @Get("/tagged")
    @Produces({"application/octet-stream", "application/x-tar"})
    Optional<Reply<byte[]>> tagged() {
        return Optional.of(Reply.ok(PNG).etag(EntityTag.ofContent(PNG)).vary("Cookie"));
    }
}
