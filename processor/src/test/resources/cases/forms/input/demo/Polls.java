package demo;

import io.jetalyst.annotation.AllowCrossSite;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.MaxBody;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.body.UploadedFile;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Controller
@Path("/polls")
final class Polls {
    enum Size {
        SMALL,
        LARGE
    }

    record Attachment(@FormParam String title, @FormParam UploadedFile file, @FormParam boolean shown) {}

    @Post("/{poll}/attachments")
    void attach(long poll, @Params Attachment attachment) {}

    /** Each way of a field. */
    @Post("/{poll}")
    void vote(
            long poll,
            @FormParam String choice,
            @FormParam("remark") @DefaultValue("none") String text,
            @FormParam Optional<String> name,
            @FormParam int stars,
            @FormParam @DefaultValue("SMALL") Size size,
            @FormParam UUID ticket,
            @FormParam boolean anonymous,
            @FormParam Optional<Boolean> again,
            @FormParam @DefaultValue("true") boolean shown,
            @FormParam List<String> tags,
            @FormParam int[] seats) {}

    @Post("/{poll}/images")
    @MaxBody(5_000_000_000L)
    void add(
            long poll,
            @FormParam String title,
            @FormParam(maxBytes = 2_000_000) UploadedFile image,
            @FormParam(value = "small", maxBytes = 20_000) Optional<UploadedFile> thumbnail,
            @FormParam List<UploadedFile> others) {}

    @Put("/{poll}")
    @AllowCrossSite
    String rename(long poll, @FormParam String title) {
        return title;
    }
}
