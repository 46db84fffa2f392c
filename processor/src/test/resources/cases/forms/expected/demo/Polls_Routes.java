package demo;

import io.jetalyst.body.UploadedFile;
import io.jetalyst.filter.Context;
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
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/polls/{poll}", "Polls.vote").body(BodyRule.form()),
                Route.put("/polls/{poll}", "Polls.rename").body(BodyRule.form()).produces("text/plain").allowCrossSite(),
                Route.post("/polls/{poll}/attachments", "Polls.attach").body(BodyRule.upload()),
                Route.post("/polls/{poll}/images", "Polls.add").body(BodyRule.upload().atMost(5_000_000_000L).fileAtMost("image", 2_000_000L).fileAtMost("small", 20_000L)));
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
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
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
                    yield Results.none();
                }
                case 1 -> {
                    long poll = params.path(0, "poll").toLong();
                    String title = params.form("title").toText();
                    params.check();
                    yield Results.text(controller.rename(poll, title));
                }
                case 2 -> {
                    long poll = params.path(0, "poll").toLong();
                    String title = params.form("title").toText();
                    UploadedFile file = params.file("file");
                    boolean shown = params.form("shown").isChecked();
                    Polls.Attachment attachment = params.all("form title", "form file", "form shown").create(() -> new Polls.Attachment(title, file, shown));
                    params.check();
                    controller.attach(poll, attachment);
                    yield Results.none();
                }
                case 3 -> {
                    long poll = params.path(0, "poll").toLong();
                    String title = params.form("title").toText();
                    UploadedFile image = params.file("image");
                    Optional<UploadedFile> thumbnail = params.optionalFile("small");
                    List<UploadedFile> others = params.files("others");
                    params.check();
                    controller.add(poll, title, image, thumbnail, others);
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}
