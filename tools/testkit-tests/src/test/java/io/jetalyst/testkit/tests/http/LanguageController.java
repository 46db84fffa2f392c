package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.body.Submitted;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Redirect;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.socket.WebSocketHandshake;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

@Controller
@Path("/phrases")
final class LanguageController {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Get
    Response greet(Context context) {
        Locale locale = context.languages().best(LANGUAGES).orElse(Locale.ENGLISH);
        String text = locale.equals(Locale.GERMAN) ? "Guten Tag" : "Good morning";
        return Response.text(text).vary("Accept-Language").vary("Cookie");
    }

    @Post("/language")
    Response change(@FormParam Locale lang, Request request) {
        if (!LANGUAGES.contains(lang)) {
            throw HttpProblem.of(Status.BAD_REQUEST, "This site is available in English and German.");
        }
        return Response.seeOther(Redirect.referer(request).orElse("/"))
                .cookie(Cookie.of("lang", lang.toLanguageTag()).maxAge(Duration.ofDays(365)));
    }

    record Rename(
            @FormParam @NotBlank String name, @FormParam int age) {}

    @Post("/name")
    String rename(@Params Submitted<Rename> form) {
        return form.errors().stream().map(InputError::detail).collect(Collectors.joining(", "));
    }

    @Valid
    record Say(@NotBlank String text) {}

    @WebSocket
    boolean talk(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onMessage(Say.class, (session, say) -> session.send(say.text()))
                .onMalformedMessage((session, message) -> session.send(message.problem()));
        return true;
    }
}
