package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Accept;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Preconditions;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Results with a status, fields, cookies and a version. */
@Controller
@Path("/articles")
final class ArticleController {
    private final Articles articles = new Articles();

    @Post
    Reply<Article> create(@QueryParam String title) {
        Article created = articles.add(title);
        return Reply.created("/articles/" + created.id(), created)
                .etag(created.tag())
                .cookie(Cookie.of("last", Long.toString(created.id())).maxAge(Duration.ofDays(30)));
    }

    @Get("/{id}")
    Optional<Reply<Article>> show(long id) {
        return articles.find(id).map(article -> Reply.ok(article).etag(article.tag()));
    }

    @Put("/{id}")
    Reply<Article> rename(long id, @QueryParam String title, Request request) {
        Article current = articles.find(id).orElseThrow(() -> HttpProblem.notFound("There is no such article."));
        Preconditions.of(request).requireIfMatch(current.tag());
        Article renamed = articles.rename(current, title);
        return Reply.ok(renamed).etag(renamed.tag());
    }

    @Get
    Response list(Request request) {
        String type = Accept.of(request.headers())
                .best(List.of("text/plain", "text/csv"))
                .orElseThrow(() -> HttpProblem.of(Status.NOT_ACCEPTABLE, "The list is available as text and as CSV."));
        return (type.equals("text/csv") ? csv() : Response.text(titles())).vary("Accept");
    }

    private String titles() {
        return articles.all().stream().map(Article::title).toList().toString();
    }

    private Response csv() {
        return Response.writeText(MediaType.TEXT_CSV, out -> {
                    out.write("id,title\r\n");
                    for (Article article : articles.all()) {
                        out.write(article.id() + "," + article.title() + "\r\n");
                    }
                })
                .attachment("Artikel für Zoë.csv");
    }
}
