package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyTest {
    @Test
    void hasStatusAndFieldsBesideItsValue() {
        Response response = Reply.created("/a/7", "seven")
                .header("X-A", "1")
                .addHeader("X-A", "2")
                .cookie(Cookie.of("a", "1"))
                .cookie(Cookie.of("b", "2"))
                .etag(EntityTag.of("v1"))
                .toResponse(Response::text);

        assertEquals(Status.CREATED, response.status());
        assertEquals(
                List.of(
                        "Content-Type: text/plain;charset=utf-8",
                        "Location: /a/7",
                        "X-A: 1",
                        "X-A: 2",
                        "Set-Cookie: a=1; Path=/; HttpOnly; SameSite=Lax",
                        "Set-Cookie: b=2; Path=/; HttpOnly; SameSite=Lax",
                        "ETag: \"v1\""),
                fields(response));
        assertEquals(5, response.body().length());
    }

    @Test
    void keepsStatusOfItsValueUnlessItHasOne() {
        assertEquals(
                Status.ACCEPTED,
                Reply.ok("").toResponse(value -> Response.of(Status.ACCEPTED)).status());
        assertEquals(
                Status.CREATED,
                Reply.of(Status.CREATED, "")
                        .toResponse(value -> Response.of(Status.ACCEPTED))
                        .status());
    }

    @Test
    void replacesFieldsOfItsValue() {
        Response response = Reply.ok("a").header("content-type", "text/csv").toResponse(Response::text);

        assertEquals(List.of("content-type: text/csv"), fields(response));
    }

    @Test
    void keepsCookiesOfItsValue() {
        Response response = Reply.ok("a")
                .addHeader("Set-Cookie", "b=2")
                .toResponse(value -> Response.of(Status.OK).addHeader("Set-Cookie", "a=1"));

        assertEquals(List.of("Set-Cookie: a=1", "Set-Cookie: b=2"), fields(response));
    }

    @Test
    void hasNoContentWithoutAValue() {
        Reply<String> reply = Reply.<String>seeOther("/done").cookie(Cookie.of("a", "1"));
        Response response = reply.toResponse(Response::text);

        assertEquals(Optional.empty(), reply.value());
        assertEquals(Status.SEE_OTHER, response.status());
        assertEquals("/done", response.header("Location").orElseThrow());
        assertTrue(response.header("Content-Type").isEmpty());
        assertEquals(
                204,
                Reply.noContent()
                        .toResponse(value -> Response.text(""))
                        .status()
                        .code());
    }

    @Test
    void rejectsLocationsThatAreNoUris() {
        assertThrows(IllegalArgumentException.class, () -> Reply.created("/a b", "x"));
        assertThrows(IllegalArgumentException.class, () -> Reply.created("/a\r\nX: y", "x"));
        assertThrows(IllegalArgumentException.class, () -> Reply.created("/ä", "x"));
        assertThrows(IllegalArgumentException.class, () -> Reply.seeOther("//evil.example"));
    }

    private static List<String> fields(Response response) {
        return response.headers().stream()
                .map(field -> field.name() + ": " + field.value())
                .toList();
    }
}
