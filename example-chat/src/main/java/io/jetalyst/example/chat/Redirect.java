package io.jetalyst.example.chat;

import io.jetalyst.http.Response;
import io.jetalyst.http.Status;

/** Redirects that also work if a proxy serves the chat under a path of its own, such as {@code /app/}. */
final class Redirect {
    private Redirect() {}

    /** 303 to a path relative to that of the request (RFC 3986 §5.2). It is a constant, or a valid {@link RoomName}. */
    static Response to(String relative) {
        return Response.of(Status.SEE_OTHER).header("Location", relative);
    }
}
