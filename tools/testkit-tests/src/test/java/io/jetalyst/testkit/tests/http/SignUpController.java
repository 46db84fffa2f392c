package io.jetalyst.testkit.tests.http;

import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.body.Submitted;
import io.jetalyst.http.Flash;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Status;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

@Controller
@Path("/members")
final class SignUpController {
    private final Members members;
    private final Templates templates;

    SignUpController(Members members, Templates templates) {
        this.members = members;
        this.templates = templates;
    }

    @Get("/sign-up")
    JteModel form() {
        return templates.signUp(Submitted.blank());
    }

    @Post("/sign-up")
    Reply<JteModel> signUp(@Params Submitted<SignUp> form) {
        if (!form.isValid()) {
            return Reply.of(Status.UNPROCESSABLE_CONTENT, templates.signUp(form));
        }
        if (!members.add(form.value())) {
            Submitted<SignUp> taken = form.reject("mail", "is already in use");
            return Reply.of(Status.UNPROCESSABLE_CONTENT, templates.signUp(taken));
        }
        return Reply.seeOther("/members", Flash.of("Welcome, " + form.value().name() + "."));
    }

    @Get
    JteModel list(Flash flash) {
        return templates.members(members.names(), flash);
    }

    record Search(@QueryParam @Min(1) Optional<Integer> page) {}

    @Get("/search")
    String search(@Params Submitted<Search> search) {
        return search.isValid() ? search.value().toString() : search.text("page") + search.errors();
    }

    record Tags(
            @FormParam List<@Size(max = 8) String> tags,
            @FormParam List<Integer> sizes) {}

    @Post("/tags")
    String tags(@Params Submitted<Tags> form) {
        String errors = form.errors("tags").stream()
                .map(error -> error.name() + " " + error.code() + ", ")
                .collect(Collectors.joining());
        return errors + form.errors("sizes").get(0).name() + " "
                + form.errors("sizes").get(0).code() + ", " + form.texts("tags");
    }

    record Rename(@NotBlank String name, int age) {}

    @Put("/json")
    String rename(Submitted<Rename> rename) {
        return rename.isValid()
                ? rename.value().name()
                : rename.errors().stream().map(InputError::name).toList() + " " + rename.hasError("/name");
    }

    /** The strict form of the same. */
    @Post("/strict")
    String strict(@Params SignUp signUp) {
        return signUp.name();
    }

    /** Keeps what was signed up. */
    interface Members {
        /** Returns {@code false} if somebody has the same address. */
        boolean add(SignUp signUp);

        List<String> names();
    }
}
