package demo;

import io.jetalyst.body.UploadedFile;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.PrimitiveArrays;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Polls}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Polls_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.POST, "/polls/{poll}", "Polls.vote").body(BodyRule.form()),
            Route.http(HttpMethod.PUT, "/polls/{poll}", "Polls.rename").body(BodyRule.form()).produces("text/plain").allowCrossSite(),
            Route.http(HttpMethod.POST, "/polls/{poll}/attachments", "Polls.attach").body(BodyRule.upload()),
            Route.http(HttpMethod.POST, "/polls/{poll}/images", "Polls.add").body(BodyRule.upload().atMost(5_000_000_000L).fileAtMost("image", 2_000_000L).fileAtMost("small", 20_000L)));

    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return ROUTES;
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Polls());
    }

    private static final class Calls implements Invoker {
        private final Polls controller;

        Calls(Polls controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> vote(context);
                case 1 -> rename(context);
                case 2 -> attach(context);
                case 3 -> add(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result vote(Context context) {
            Params params = Params.of(context);
            long poll = params.path(0, "poll").toLong();
            String choice = params.form("choice").toText();
            String text = params.form("remark").or("none").toText();
            Optional<String> name = params.form("name").optional(Converters.TEXT);
            int stars = params.form("stars").toInt();
            Polls.Size size = params.form("size").or("SMALL").to(Converters.toEnum(Polls.Size.class));
            UUID ticket = params.form("ticket").to(Converters.UUID);
            boolean anonymous = params.form("anonymous").isChecked();
            Optional<Boolean> again = params.form("again").optional(Converters.BOOLEAN);
            boolean shown = params.form("shown").or("true").toBoolean();
            List<String> tags = params.form("tags").list(Converters.TEXT);
            int[] seats = PrimitiveArrays.toInts(params.form("seats").list(Converters.INT));
            params.check();
            controller.vote(poll, choice, text, name, stars, size, ticket, anonymous, again, shown, tags, seats);
            return Results.none();
        }

        private Result rename(Context context) {
            Params params = Params.of(context);
            long poll = params.path(0, "poll").toLong();
            String title = params.form("title").toText();
            params.check();
            return Results.text(controller.rename(poll, title));
        }

        private Result attach(Context context) {
            Params params = Params.of(context);
            long poll = params.path(0, "poll").toLong();
            String title = params.form("title").toText();
            UploadedFile file = params.file("file");
            boolean shown = params.form("shown").isChecked();
            Polls.Attachment attachment = params.all("form title", "form file", "form shown").create(() -> new Polls.Attachment(title, file, shown));
            params.check();
            controller.attach(poll, attachment);
            return Results.none();
        }

        private Result add(Context context) {
            Params params = Params.of(context);
            long poll = params.path(0, "poll").toLong();
            String title = params.form("title").toText();
            UploadedFile image = params.file("image");
            Optional<UploadedFile> thumbnail = params.optionalFile("small");
            List<UploadedFile> others = params.files("others");
            params.check();
            controller.add(poll, title, image, thumbnail, others);
            return Results.none();
        }
    }
}
