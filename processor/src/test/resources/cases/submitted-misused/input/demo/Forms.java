package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.body.Submitted;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.List;
import java.util.Optional;

@Controller
final class Forms {
    record SignUp(@FormParam String name, @FormParam int age) {}

    record Mail(@FormParam String mail) {}

    record Nested(@FormParam String name, @Params Submitted<Mail> mail) {}

    record Article(String title) {}

    @Get("/get")
    void get(@Params Submitted<SignUp> form) {}

    @Get("/unannotated-get")
    void unannotatedGet(Submitted<SignUp> form) {}

    @Post("/unannotated")
    void unannotated(Submitted<SignUp> form) {}

    @Post("/two")
    void two(@Params Submitted<SignUp> form, @Params Submitted<Mail> mail) {}

    @Post("/again")
    void again(@Params Submitted<SignUp> form, @Params SignUp signUp) {}

    @Post("/beside-body")
    void besideBody(@Params Submitted<SignUp> form, @Body String text) {}

    @Post("/beside-record")
    void besideRecord(@Params Submitted<SignUp> form, Article article) {}

    @Post("/two-bodies")
    void twoBodies(Submitted<Article> article, @Body Article other) {}

    @Post("/raw")
    void raw(@Params Submitted form) {}

    @Post("/wildcard")
    void wildcard(@Params Submitted<?> form) {}

    @Post("/string")
    void string(@Body Submitted<String> text) {}

    @Post("/no-record")
    void noRecord(@Params Submitted<String> text) {}

    @Post("/optional")
    void optional(@Params Optional<Submitted<SignUp>> form) {}

    @Post("/optional-inside")
    void optionalInside(@Body Submitted<Optional<Article>> form) {}

    @Post("/list")
    void list(@Body List<Submitted<Article>> forms) {}

    @Post("/field")
    void field(@FormParam Submitted<Integer> age) {}

    @Post("/both")
    void both(@Params @Body Submitted<SignUp> form) {}

    @Post("/default")
    void defaultValue(@Params @DefaultValue("1") Submitted<SignUp> form) {}

    @Post("/nested")
    void nested(@Params Nested nested) {}

    @Post("/nested-twice")
    void nestedTwice(@Params Submitted<Submitted<SignUp>> form) {}

    @WebSocket("/socket")
    boolean socket(WebSocketHandshake handshake, @Params Submitted<SignUp> form) {
        return handshake.isRequested();
    }
}
