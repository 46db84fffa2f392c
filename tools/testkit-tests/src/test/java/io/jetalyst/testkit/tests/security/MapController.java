package io.jetalyst.testkit.tests.security;

import io.jetalyst.annotation.ContentSecurityPolicy;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.socket.WebSocketHandshake;
import java.nio.charset.StandardCharsets;

/** The pages of the guide to security, and pages with which a browser checks the policy. */
@Controller
final class MapController {
    @Get("/map")
    @ContentSecurityPolicy("img-src 'self' https://tiles.example; frame-ancestors https://partner.example")
    Response map() {
        return Response.html("<!doctype html><title>Map</title><img src=\"https://tiles.example/1.png\" alt=\"\">");
    }

    @Get("/greeting")
    Response greeting(Request request) {
        return Response.html("""
                <!doctype html>
                <title>Greeting</title>
                <p id="greeting"></p>
                <script nonce="%s">document.getElementById("greeting").textContent = "Hello.";</script>
                """.formatted(request.nonce()));
    }

    /** A page that wants to be kept, with a nonce. */
    @Get("/own/versioned")
    Response versioned(Request request) {
        return Response.html("<!doctype html><title>1</title><script nonce=\"%s\">document.title = 2</script>"
                        .formatted(request.nonce()))
                .header("ETag", "\"v1\"")
                .header("Last-Modified", "Sat, 28 Nov 2026 00:00:00 GMT")
                .header("Cache-Control", "private, max-age=600");
    }

    /** The default policy blocks the script of this page. */
    @Get("/own/blocked")
    Response blocked() {
        return Response.html("""
                <!doctype html>
                <title>Blocked</title>
                <p id="greeting"></p>
                <script>document.getElementById("greeting").textContent = "Attacked.";</script>
                """);
    }

    @Get("/own/failure")
    Response failure() {
        throw new IllegalStateException("for the page of errors");
    }

    @Get("/own/text")
    String text() {
        return "text";
    }

    @Get("/own/events")
    Response events() {
        return Response.bytes("text/event-stream", "data: event\n\n".getBytes(StandardCharsets.UTF_8));
    }

    @WebSocket("/own/echo")
    boolean echo(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> session.send(text));
        return true;
    }

    @Get("/own/echo")
    String echo() {
        return "Open a WebSocket here.";
    }
}
