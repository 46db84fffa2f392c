package hello;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.http.Reply;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

@Controller
@Path("/guestbook")
final class GuestbookController {
    record NewEntry(
            @NotBlank @Size(max = 40) String name, @NotBlank String text, Optional<String> town) {}

    record Entry(int id, NewEntry content) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Post
    synchronized Reply<Entry> write(NewEntry content) {
        Entry written = new Entry(entries.size() + 1, content);
        entries.add(written);
        return Reply.created("/guestbook/" + written.id(), written);
    }

    @Get
    List<Entry> entries() {
        return entries;
    }
}
