package demo;

import io.jetalyst.annotation.*;
import io.jetalyst.body.Submitted;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Flash;
import jakarta.validation.constraints.Size;
import java.util.*;

@Controller
@Path("/sign-ups")
final class SignUps {
    record SignUp(
            @FormParam @Size(max = 9) String name,
            @FormParam("age") int years,
            @FormParam List<@Size(max = 3) String> tags,
            @Params Place place,
            @FormParam Optional<UploadedFile> image) {}

    record Place(@FormParam String town, @QueryParam Optional<String> country) {}

    record Entry(long id, @FormParam("author") Author author, @FormParam List<Author> others, Author owner) {}

    record Search(@QueryParam Optional<Integer> page) {}

    record Article(@Size(max = 3) String title) {}

    @ConvertWith(AuthorConverter.class)
    record Author(long id) {}

    static final class AuthorConverter {
        Optional<Author> convert(long id) {
            return Optional.of(new Author(id));
        }
    }

    @Post
    void signUp(@Params Submitted<SignUp> form, @QueryParam Optional<String> from, Context context) {}

    @Post("/{id}/{owner}")
    void enter(@Params Submitted<Entry> entry, long id) {}

    @Get
    String search(@Params Submitted<Search> search, Flash flash) {
        return flash.text().orElse("");
    }

    @Put("/json")
    void json(Submitted<Article> article) {}

    @Put("/list")
    void list(@Body Submitted<List<Article>> articles, @QueryParam int formParams) {}
}
