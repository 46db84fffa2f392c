package io.jetalyst.internal.failure;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Link;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.view.Html;
import io.jetalyst.view.PlainPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The plain page for a problem, with a link to the start page. */
final class ProblemPage {
    private ProblemPage() {}

    /**
     * @param instance a name of this occurrence; empty if it has none
     */
    static Response of(HttpProblem problem, Request request, String instance, Language language) {
        String content = "<p>" + Html.escape(problem.detail()) + "</p>\n"
                + errors(problem.errors(), language)
                + reference(instance, language)
                + members(problem.members())
                + start(request, language);
        String title = Html.escape(language.title(problem.status()));
        return Response.html(PlainPage.of(language.language(), title, content))
                .header("Content-Security-Policy", PlainPage.policy(false));
    }

    /** The sentences of several mistakes; the detail of the problem says a single one. */
    private static String errors(List<InputError> errors, Language language) {
        return errors.size() < 2
                ? ""
                : errors.stream()
                        .map(error -> "<li>" + Html.escape(language.sentence(error)) + "</li>\n")
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String reference(String instance, Language language) {
        return instance.isEmpty()
                ? ""
                : "<p>" + Html.escape(language.text("page.reference", "Reference")) + ": <code>" + Html.escape(instance)
                        + "</code></p>\n";
    }

    /** The link to the start page; none on the start page itself. */
    private static String start(Request request, Language language) {
        return request.path().equals("/")
                ? ""
                : "<p><a href=\"" + Html.escape(Link.to("/").href(request)) + "\">"
                        + Html.escape(language.text("page.start", "Go to the start page")) + "</a></p>\n";
    }

    private static String members(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "<p>" + Html.escape(member.getKey()) + "</p>\n<pre>" + Html.escape(member.getValue())
                        + "</pre>\n")
                .collect(Collectors.joining());
    }
}
