package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ErrorHandlers;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.http.Response;
import java.io.FileNotFoundException;
import java.io.IOException;

@Controller
final class Wrong {
    private static final class Secret extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Get("/a")
    @ResponseStatus(42)
    String outOfRange() {
        return "";
    }

    @Get("/b")
    @ResponseStatus(201)
    Response twice() {
        return null;
    }

    @Get("/c")
    @ResponseStatus(204)
    String content() {
        return "";
    }

    @OnError(IOException.class)
    String noStatus() {
        return "";
    }

    @OnError(IOException.class)
    @ResponseStatus(500)
    String second() {
        return "";
    }

    @OnError({})
    @ResponseStatus(500)
    String none() {
        return "";
    }

    @OnError(IllegalStateException.class)
    @ResponseStatus(500)
    String parameter(String message) {
        return "";
    }

    @OnError(IllegalArgumentException.class)
    @ResponseStatus(500)
    String unrelated(FileNotFoundException failure) {
        return "";
    }

    @OnError(Secret.class)
    @ResponseStatus(500)
    String hidden() {
        return "";
    }

    @Get("/d")
    @OnError(ArithmeticException.class)
    @ResponseStatus(500)
    String both() {
        return "";
    }
}

@ErrorHandlers
final class Global {
    @Get("/e")
    String route() {
        return "";
    }

    @OnError(IOException.class)
    @ResponseStatus(500)
    String global() {
        return "";
    }
}

@ErrorHandlers
final class More {
    @OnError(IOException.class)
    @ResponseStatus(500)
    String global() {
        return "";
    }
}

@ErrorHandlers
final class Nothing {}

final class Forgotten {
    @OnError(IOException.class)
    @ResponseStatus(500)
    String forgotten() {
        return "";
    }
}
