package io.jetalyst.internal.failure;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Link;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.view.Html;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plain page for a problem, with a link to the start page. It loads nothing, and its policy allows its own style sheet only.
 */
final class ProblemPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--back:#f6f6f8;--card:#fff;--text:#1b1b22;--line:#dcdce4;--link:#1d4ed8}
            @media(prefers-color-scheme:dark){:root{--back:#131318;--card:#1d1d24;--text:#ececf2;--line:#3a3a46;--link:#93b4ff}}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--back);color:var(--text);
            font:1.0625rem/1.6 system-ui,sans-serif}
            main{box-sizing:border-box;width:100%;max-width:40rem;padding:2rem;overflow-wrap:anywhere;background:var(--card);
            border:1px solid var(--line);border-radius:1rem}
            h1{margin:0 0 .5rem;font-size:1.75rem;line-height:1.2;font-weight:600}
            p,ul{margin:.5rem 0}
            a{color:var(--link)}
            pre{overflow:auto;font-size:.8125rem;line-height:1.4}
            @media(max-width:42rem){body{display:block;background:var(--card)}main{border:0;border-radius:0}}
            @media print{main{border:0}}
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ProblemPage() {}

    /**
     * @param instance a name of this occurrence; empty if it has none
     */
    static Response of(HttpProblem problem, Request request, String instance, Language language) {
        String title = Html.escape(language.title(problem.status()));
        String page = """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                %s%s%s%s</main>
                </body>
                </html>
                """.formatted(
                        language.language(),
                        title,
                        STYLE,
                        title,
                        Html.escape(problem.detail()),
                        errors(problem.errors(), language),
                        reference(instance, language),
                        members(problem.members()),
                        start(request, language));
        return Response.html(page).header("Content-Security-Policy", POLICY);
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

    /** The hash by which a policy names a style sheet (CSP 3 §2.3.1). */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JDK has it
        }
    }
}
