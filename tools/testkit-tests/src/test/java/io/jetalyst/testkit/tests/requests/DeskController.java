package io.jetalyst.testkit.tests.requests;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.CookieParam;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Patch;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.Redirect;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.socket.WebSocketHandshake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Echoes requests, receives forms, sets cookies, redirects, and sends lines that the test pushes. */
@Controller
@Path("/desk")
final class DeskController {
    record Page<T>(List<T> items, int total) {}

    private final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();

    @Post("/echo")
    Response post(Request request, @Body byte[] body) {
        return echo(request, body);
    }

    @Put("/echo")
    Response put(Request request, @Body byte[] body) {
        return echo(request, body);
    }

    @Patch("/echo")
    Response patch(Request request, @Body byte[] body) {
        return echo(request, body);
    }

    @Get("/echo")
    Response get(Request request) {
        return echo(request, new byte[] {1, 2});
    }

    @Delete("/echo")
    Response delete(Request request) {
        return echo(request, new byte[0]);
    }

    private static Response echo(Request request, byte[] body) {
        return Response.bytes(request.header("Content-Type").orElse("image/png"), body)
                .header("X-Method", request.method())
                .header("X-More", request.header("X-More").orElse("none"));
    }

    @Get("/guests")
    Page<Guest> page(@QueryParam int limit, @QueryParam Optional<String> name) {
        return new Page<>(guests().subList(0, limit), 2);
    }

    @Get("/guests/all")
    List<Guest> guests() {
        return List.of(new Guest("Ada", 36), new Guest("Bob", 41));
    }

    @Post("/sign-up")
    Response signUp(@FormParam String name, @FormParam int age, @FormParam List<String> tags) {
        return Response.seeOther("/desk/me?age=" + age + "&tags=" + tags.size())
                .cookie(Cookie.of("name", name).maxAge(Duration.ofHours(1)))
                .cookie(Cookie.of("__Host-session", "s-" + name).secure())
                .cookie(Cookie.of("elsewhere", "1").path("/desk/messages"));
    }

    @Get("/me")
    String me(Request request) {
        return request.header("Cookie").orElse("no cookies");
    }

    @Post("/sign-out")
    Response signOut() {
        return Response.of(Status.NO_CONTENT).cookie(Cookie.expired("name"));
    }

    @Get("/moved")
    Response moved() {
        return Redirect.to(Status.PERMANENT_REDIRECT, "/desk/moved/again");
    }

    @Get("/moved/again")
    Response movedAgain() {
        return Response.seeOther("/desk/nowhere");
    }

    @Get("/name")
    String namePage() {
        return "Sends the name of the client.";
    }

    /** Sends the name of the client, from its cookie. */
    @WebSocket("/name")
    boolean name(WebSocketHandshake handshake, @CookieParam Optional<String> name) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onOpen(session -> session.send(name.orElse("nobody")));
        return true;
    }

    /** Sends what the test pushes, until it pushes {@code end}; {@code cut} fails. */
    @Get("/pushed")
    Response pushed(@QueryParam String type, @HeaderParam("Last-Event-ID") Optional<String> last) {
        return Response.write(type, out -> {
            write(out, last.map(id -> ": after " + id + "\n").orElse(": first\n"));
            for (String text = next(); !text.equals("end"); text = next()) {
                if (text.equals("cut")) {
                    throw new IllegalStateException("cut by the test");
                }
                write(out, text);
            }
        });
    }

    private String next() {
        try {
            return pushed.take();
        } catch (InterruptedException e) {
            return "end";
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Post("/push")
    void push(@Body String text) {
        pushed.add(text);
    }
}
