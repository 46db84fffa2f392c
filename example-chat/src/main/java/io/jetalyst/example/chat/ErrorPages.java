package io.jetalyst.example.chat;

import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.route.Context;
import io.jetalyst.route.Filter;

/** Gives browsers a page of the chat where they would get a bare one: for all problems that have a page. */
final class ErrorPages implements Filter {
    private final Templates templates;

    ErrorPages(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Result filter(Context context, Next next) throws Exception {
        try {
            return next.proceed();
        } catch (HttpProblem problem) {
            if (problem.status().equals(Status.NOT_FOUND) && wantsPage(context.request())) {
                return notFound(context.request(), problem.detail());
            }
            throw problem;
        }
    }

    private Response notFound(Request request, String detail) {
        String root = "../".repeat((int) request.path().chars().filter(c -> c == '/').count() - 1);
        return Response.html(templates.missing(root, detail).render())
                .status(Status.NOT_FOUND)
                .header("Vary", "Accept");
    }

    private static boolean wantsPage(Request request) {
        return request.header("Accept").filter(accept -> accept.contains("text/html")).isPresent();
    }
}
