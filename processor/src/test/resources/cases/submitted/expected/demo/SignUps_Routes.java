package demo;

import io.jetalyst.body.UploadedFile;
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
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link SignUps}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class SignUps_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/sign-ups", "SignUps.search").produces("text/plain"),
                Route.post("/sign-ups", "SignUps.signUp").body(BodyRule.upload()),
                Route.put("/sign-ups/json", "SignUps.json").body(BodyRule.json()),
                Route.put("/sign-ups/list", "SignUps.list").body(BodyRule.json()),
                Route.post("/sign-ups/{id}/{owner}", "SignUps.enter").body(BodyRule.form()));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(SignUps.Article.class).required("title"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new SignUps(), bindings);
    }

    private static final class Calls implements Invoker {
        private final SignUps controller;
        private final SignUps.AuthorConverter authorConverter;
        private final BodyReader<SignUps.Article> articleReader;
        private final BodyReader<List<SignUps.Article>> articleListReader;
        private final Validation<SignUps_Constraints.SignUpName> signUpNameValidation;
        private final Validation<SignUps_Constraints.SignUpTags> signUpTagsValidation;
        private final Validation<SignUps.Article> articleValidation;
        private final Validation<SignUps_Constraints.ListArticles> listArticlesValidation;

        Calls(SignUps controller, Bindings bindings) {
            this.controller = controller;
            this.authorConverter = new SignUps.AuthorConverter();
            this.articleReader = bindings.jsonReader(SignUps.Article.class);
            this.articleListReader = bindings.jsonReader(Types.of(List.class, SignUps.Article.class));
            this.signUpNameValidation = bindings.validation(SignUps_Constraints.SignUpName.class);
            this.signUpTagsValidation = bindings.validation(SignUps_Constraints.SignUpTags.class);
            this.articleValidation = bindings.validation(SignUps.Article.class);
            this.listArticlesValidation = bindings.validation(SignUps_Constraints.ListArticles.class);
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    Params searchParams = params.submitted();
                    Optional<Integer> page = searchParams.query("page").optional(Converters.INT);
                    params.check();
                    SignUps.Search search = searchParams.all("query page").create(() -> new SignUps.Search(page));
                    yield Results.text(controller.search(searchParams.submittedForm(search), context.flash()));
                }
                case 1 -> {
                    Params formParams = params.submitted();
                    String name = formParams.form("name").toText();
                    int years = formParams.form("age").toInt();
                    List<String> tags = formParams.form("tags").list(Converters.TEXT);
                    String town = formParams.form("town").toText();
                    Optional<String> country = formParams.query("country").optional(Converters.TEXT);
                    Optional<UploadedFile> image = formParams.optionalFile("image");
                    Optional<String> from = params.query("from").optional(Converters.TEXT);
                    formParams.validate(signUpNameValidation, "form", "name", new SignUps_Constraints.SignUpName(name));
                    formParams.validate(signUpTagsValidation, "form", "tags", new SignUps_Constraints.SignUpTags(tags));
                    params.check();
                    SignUps.SignUp form = formParams.all("form name", "form age", "form tags", "form town", "query country", "form image").create(() -> new SignUps.SignUp(name, years, tags, new SignUps.Place(town, country), image));
                    controller.signUp(formParams.submittedForm(form), from, context);
                    yield Results.none();
                }
                case 2 -> {
                    Params articleParams = params.submitted();
                    SignUps.Article article = articleParams.body(articleReader);
                    articleParams.validate(articleValidation, article);
                    params.check();
                    controller.json(articleParams.submittedBody(article));
                    yield Results.none();
                }
                case 3 -> {
                    Params articlesParams = params.submitted();
                    List<SignUps.Article> articles = articlesParams.body(articleListReader);
                    int formParams = params.query("formParams").toInt();
                    articlesParams.validate(listArticlesValidation, "body", "", new SignUps_Constraints.ListArticles(articles));
                    params.check();
                    controller.list(articlesParams.submittedBody(articles), formParams);
                    yield Results.none();
                }
                case 4 -> {
                    Params entryParams = params.submitted();
                    long id = params.path(0, "id").toLong();
                    long authorId = entryParams.form("author").toLong();
                    List<Long> othersId = entryParams.form("others").list(Converters.LONG);
                    long ownerId = params.path(1, "owner").toLong();
                    params.check();
                    SignUps.Author author = entryParams.load(() -> entryParams.form("author").found(authorConverter.convert(authorId)));
                    List<SignUps.Author> others = entryParams.load(() -> entryParams.form("others").foundList(othersId, id2 -> authorConverter.convert(id2)));
                    SignUps.Author owner = params.found(authorConverter.convert(ownerId));
                    SignUps.Entry entry = entryParams.all("path id", "form author", "form others", "path owner").create(() -> new SignUps.Entry(id, author, others, owner));
                    controller.enter(entryParams.submittedForm(entry), id);
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}
