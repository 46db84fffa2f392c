package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Patch;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

@Controller
@Path("/articles")
final class Articles {
    record NewArticle(String title, List<String> tags) {}

    sealed interface Change permits Rename, Retag {}

    record Rename(String title) implements Change {}

    record Retag(List<String> tags) implements Change {}

    @Post
    String create(NewArticle article, @HeaderParam Optional<String> userAgent) {
        return article.title();
    }

    @Post("/all")
    String createAll(@Body List<NewArticle> params) {
        return "" + params.size();
    }

    @Patch("/{id}")
    void change(long id, Change change) {}

    @Put("/{id}/text")
    void text(long id, @Body String text) {}

    @Put("/{id}/note")
    void note(long id, @Body Optional<String> note) {}

    @Put("/{id}/bytes")
    void bytes(long id, @Body byte[] bytes) {}

    @Put("/{id}/stream")
    String stream(@Body InputStream in, long id) throws IOException {
        return "" + in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    @Put("/{id}/parts")
    void parts(long id, @Body Flow.Publisher<ByteBuffer> parts) {}
}
