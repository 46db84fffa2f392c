package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** The controller of the section on validation. */
@Controller
@Path("/comments")
final class CommentController {
    record NewComment(
            @NotBlank @Size(max = 120) String title,
            @NotBlank(message = "Write a text.") String text,
            @Valid Author author,
            List<@NotBlank String> tags) {}

    record Author(@NotBlank String name, @Email String mail) {}

    @Post
    String create(NewComment comment) {
        return comment.title();
    }

    @Get
    String list(
            @QueryParam @DefaultValue("1") @Min(1) @Max(100) int page,
            @QueryParam @Size(max = 20) Optional<String> tag) {
        return "page " + page + tag.map(" of "::concat).orElse("");
    }
}
