package io.jetalyst.example.chat;

import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;

/** Sends a browser a page that leads to the lobby, in place of the bare 404. Other clients receive the problem as it is. */
final class ErrorPages implements Filter {
    private final Templates templates;

    ErrorPages(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Result filter(Context context, Next next) throws Exception {
        Request request = context.request();
        if (!wantsPage(request)) {
            return next.proceed();
        }
        return next.proceed()
                .map(response -> response.status().equals(Status.NOT_FOUND) ? notFound(request) : response);
    }

    /** The page refers to the style sheet by a relative path, so it works for each path. */
    private Response notFound(Request request) {
        long depth =
                request.path().chars().filter(character -> character == '/').count() - 1;
        return Response.html(
                        templates.missing(request, "../".repeat((int) depth)).render())
                .status(Status.NOT_FOUND)
                .header("Vary", "Accept");
    }

    private static boolean wantsPage(Request request) {
        return request.header("Accept")
                .filter(accept -> accept.contains("text/html"))
                .isPresent();
    }
}
