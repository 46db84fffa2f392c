package io.jetalyst.testkit.tests.errors;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Produces;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods that fail in every way, and methods that handle it. */
@Controller
@Path("/edit")
final class EditController {
    static final class Locked extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Get("/now")
    String now() {
        throw new Locked();
    }

    @Get("/later")
    CompletionStage<String> later() {
        return CompletableFuture.supplyAsync(() -> {
            throw new Locked();
        });
    }

    @Get("/non-blocking")
    @NonBlocking
    String nonBlocking() {
        throw new Locked();
    }

    @Get("/missing")
    String missing() throws IOException {
        throw new FileNotFoundException("/etc/secret");
    }

    @Get("/broken")
    String broken() throws IOException {
        throw new IOException("secret");
    }

    @Get("/again")
    String again() {
        throw new ArithmeticException("first");
    }

    @Get("/unhandled")
    String unhandled() {
        throw new IllegalStateException("secret");
    }

    @Get("/refused")
    String refused() {
        throw HttpProblem.of(Status.FORBIDDEN, "No.");
    }

    @Post("/made")
    @ResponseStatus(201)
    String made(@Body String text) {
        return text;
    }

    @Post("/read")
    String read(@Body InputStream body) throws IOException {
        return "" + body.readAllBytes().length;
    }

    @OnError(Locked.class)
    @ResponseStatus(409)
    String locked(Locked locked, Request request) {
        return "locked " + request.path() + " in a thread that may block: "
                + !Thread.currentThread().getName().contains("selector");
    }

    @OnError(IOException.class)
    @ResponseStatus(502)
    String io() {
        return "input and output";
    }

    @Get("/typed")
    String typed() {
        throw new IllegalCallerException("typed");
    }

    @OnError(IllegalCallerException.class)
    @ResponseStatus(409)
    @Produces({"text/csv", "text/markdown"})
    String typed(IllegalCallerException failure) {
        return "a,b";
    }

    @OnError(FileNotFoundException.class)
    @ResponseStatus(410)
    void gone() {}

    @OnError(ArithmeticException.class)
    @ResponseStatus(500)
    String fails(ArithmeticException first) {
        throw new UnsupportedOperationException("second");
    }
}
