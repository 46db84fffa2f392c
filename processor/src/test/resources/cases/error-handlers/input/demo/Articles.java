package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Produces;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Request;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

@Controller
final class Articles {
    static final class Locked extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Get("/articles")
    String list() throws IOException {
        return "";
    }

    @Post("/articles")
    @ResponseStatus(201)
    String create() {
        return "";
    }

    @Post("/articles/check")
    @ResponseStatus(202)
    CompletionStage<Void> check() {
        return null;
    }

    @OnError(Locked.class)
    @ResponseStatus(409)
    @Produces({"text/plain", "text/markdown"})
    @NonBlocking
    String locked(Locked locked) {
        return "Somebody else is editing.";
    }

    @OnError({IOException.class, IllegalStateException.class})
    Reply<String> failed(Request request, Throwable failure) {
        return null;
    }

    @OnError(FileNotFoundException.class)
    @ResponseStatus(410)
    void gone() throws IOException {}
}
