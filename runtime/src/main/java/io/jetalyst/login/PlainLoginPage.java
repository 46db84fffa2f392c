package io.jetalyst.login;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.view.View;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page for a login of an application without a page of its own. It has no script and no style. */
final class PlainLoginPage {
    private PlainLoginPage() {}

    static View of(LoginPage page) {
        Optional<HttpProblem> problem = page.problem();
        boolean isWrong = problem.filter(each -> each.status().equals(Status.UNAUTHORIZED))
                .isPresent();
        String described = problem.isPresent() ? " aria-describedby=\"problem\"" : "";
        String state = described + (isWrong ? " aria-invalid=\"true\"" : "");
        boolean hasName = !page.name().isEmpty();
        String text = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Log in</title>
                </head>
                <body>
                <main>
                <h1>Log in</h1>
                %s<form method="post" action="%s">
                <input type="hidden" name="target" value="%s">
                <p><label>Name <input name="name" value="%s" autocomplete="username" autocapitalize="none" required%s></label></p>
                <p><label>Password <input name="password" type="password" autocomplete="current-password" required%s></label></p>
                <p><button>Log in</button></p>
                </form>
                </main>
                </body>
                </html>
                """.formatted(
                        problem.map(HttpProblem::detail)
                                .map(detail -> "<p id=\"problem\" role=\"alert\">" + escaped(detail) + "</p>\n")
                                .orElse(""),
                        escaped(page.action()),
                        escaped(page.target()),
                        escaped(page.name()),
                        state + (hasName ? "" : " autofocus"),
                        state + (hasName ? " autofocus" : ""));
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
