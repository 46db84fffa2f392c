package demo;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.support.Types;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.validate.Validation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Articles}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Articles_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/articles/array", "Articles.array").body(BodyRule.json()),
                Route.post("/articles/free", "Articles.free").body(BodyRule.json()),
                Route.post("/articles/kinds", "Articles.kinds").body(BodyRule.json()),
                Route.post("/articles/list", "Articles.list").body(BodyRule.json()),
                Route.post("/articles/map", "Articles.map").body(BodyRule.json()),
                Route.post("/articles/optional", "Articles.optional").body(BodyRule.json()),
                Route.get("/articles/search", "Articles.search"),
                Route.get("/articles/search/{text}", "Articles.search"),
                Route.post("/articles/whole", "Articles.whole").body(BodyRule.json()));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Articles.Article.class).required("title", "author", "links", "next"),
                JsonShape.record(Articles.Author.class).required("name"),
                JsonShape.record(Articles.Circle.class).required("name"),
                JsonShape.record(Articles.Link.class).required("parts"),
                JsonShape.kinds(Articles.Shape.class, "type")
                        .kind("circle", Articles.Circle.class),
                JsonShape.record(Articles.Tag.class).required("name"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Articles(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Articles controller;
        private final BodyReader<String[]> stringArrayReader;
        private final BodyReader<Articles.Tag> tagReader;
        private final BodyReader<Articles.Shape> shapeReader;
        private final BodyReader<List<Articles.Article>> articleListReader;
        private final BodyReader<Map<String, Articles.Article>> stringArticleMapReader;
        private final BodyReader<Articles.Article> articleReader;
        private final Validation<Articles_Constraints.ArrayArticles> arrayArticlesValidation;
        private final Validation<Articles.Shape> shapeValidation;
        private final Validation<Articles_Constraints.ListArticles> listArticlesValidation;
        private final Validation<Articles_Constraints.MapArticles> mapArticlesValidation;
        private final Validation<Articles.Article> articleValidation;
        private final Validation<Articles_Constraints.SearchWords> searchWordsValidation;
        private final Validation<Articles_Constraints.SearchText> searchTextValidation;
        private final Validation<Articles_Constraints.SearchText2> searchText2Validation;
        private final Validation<Articles_Constraints.WholeTag> wholeTagValidation;

        Calls(Articles controller, Bindings bindings) {
            this.controller = controller;
            this.stringArrayReader = bindings.jsonReader(String[].class);
            this.tagReader = bindings.jsonReader(Articles.Tag.class);
            this.shapeReader = bindings.jsonReader(Articles.Shape.class);
            this.articleListReader = bindings.jsonReader(Types.of(List.class, Articles.Article.class));
            this.stringArticleMapReader = bindings.jsonReader(Types.of(Map.class, String.class, Articles.Article.class));
            this.articleReader = bindings.jsonReader(Articles.Article.class);
            this.arrayArticlesValidation = bindings.validation(Articles_Constraints.ArrayArticles.class);
            this.shapeValidation = bindings.validation(Articles.Shape.class);
            this.listArticlesValidation = bindings.validation(Articles_Constraints.ListArticles.class);
            this.mapArticlesValidation = bindings.validation(Articles_Constraints.MapArticles.class);
            this.articleValidation = bindings.validation(Articles.Article.class);
            this.searchWordsValidation = bindings.validation(Articles_Constraints.SearchWords.class);
            this.searchTextValidation = bindings.validation(Articles_Constraints.SearchText.class);
            this.searchText2Validation = bindings.validation(Articles_Constraints.SearchText2.class);
            this.wholeTagValidation = bindings.validation(Articles_Constraints.WholeTag.class);
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    String[] articles = params.body(stringArrayReader);
                    params.validate(arrayArticlesValidation, "body", "", new Articles_Constraints.ArrayArticles(articles));
                    params.check();
                    controller.array(articles);
                    yield Results.none();
                }
                case 1 -> {
                    Articles.Tag tag = params.body(tagReader);
                    params.check();
                    controller.free(tag);
                    yield Results.none();
                }
                case 2 -> {
                    Articles.Shape shape = params.body(shapeReader);
                    params.validate(shapeValidation, shape);
                    params.check();
                    controller.kinds(shape);
                    yield Results.none();
                }
                case 3 -> {
                    List<Articles.Article> articles = params.body(articleListReader);
                    params.validate(listArticlesValidation, "body", "", new Articles_Constraints.ListArticles(articles));
                    params.check();
                    controller.list(articles);
                    yield Results.none();
                }
                case 4 -> {
                    Map<String, Articles.Article> articles = params.body(stringArticleMapReader);
                    params.validate(mapArticlesValidation, "body", "", new Articles_Constraints.MapArticles(articles));
                    params.check();
                    controller.map(articles);
                    yield Results.none();
                }
                case 5 -> {
                    Optional<Articles.Article> article = params.optionalBody(articleReader);
                    params.validate(articleValidation, article.orElse(null));
                    params.check();
                    controller.optional(article);
                    yield Results.none();
                }
                case 6 -> {
                    List<String> words = params.query("words").list(Converters.TEXT);
                    Optional<String> text = params.query("text").optional(Converters.TEXT);
                    params.validate(searchWordsValidation, "query", "words", new Articles_Constraints.SearchWords(words));
                    params.validate(searchTextValidation, "query", "text", new Articles_Constraints.SearchText(text.orElse(null)));
                    params.check();
                    controller.search(words, text);
                    yield Results.none();
                }
                case 7 -> {
                    String text = params.path(0, "text").toText();
                    params.validate(searchText2Validation, "path", "text", new Articles_Constraints.SearchText2(text));
                    params.check();
                    controller.search(text);
                    yield Results.none();
                }
                case 8 -> {
                    Articles.Article article = params.body(articleReader);
                    String tag = params.query("tag").toText();
                    params.validate(articleValidation, article);
                    params.validate(wholeTagValidation, "query", "tag", new Articles_Constraints.WholeTag(tag));
                    params.check();
                    controller.whole(article, tag);
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}
