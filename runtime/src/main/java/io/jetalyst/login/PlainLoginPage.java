package io.jetalyst.login;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.view.Html;
import io.jetalyst.view.PageTexts;
import io.jetalyst.view.PlainPage;
import io.jetalyst.view.View;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page for a login of an application without a page of its own, in the language of the client. */
final class PlainLoginPage {
    private PlainLoginPage() {}

    static View of(LoginPage page, PageTexts texts) {
        Optional<HttpProblem> problem = page.problem();
        boolean isWrong = problem.filter(each -> each.status().equals(Status.UNAUTHORIZED))
                .isPresent();
        String described = problem.isPresent() ? " aria-describedby=\"problem\"" : "";
        String state = described + (isWrong ? " aria-invalid=\"true\"" : "");
        boolean hasName = !page.name().isEmpty();
        String title = Html.escape(texts.text("page.login", "Log in"));
        String alert = problem.map(each -> "<p id=\"problem\" role=\"alert\">" + Html.escape(each.detail()) + "</p>\n")
                .orElse("");
        String form = """
                %s<form method="post" action="%s">
                <input type="hidden" name="target" value="%s">
                <p><label>%s <input name="name" value="%s" autocomplete="username" autocapitalize="none" spellcheck="false" required%s></label></p>
                <p><label>%s <input name="password" type="password" autocomplete="current-password" required%s></label></p>
                <p><button>%s</button></p>
                </form>
                """.formatted(
                        alert,
                        Html.escape(page.action()),
                        Html.escape(page.target()),
                        Html.escape(texts.text("page.name", "Name")),
                        Html.escape(page.name()),
                        state + (hasName ? "" : " autofocus"),
                        Html.escape(texts.text("page.password", "Password")),
                        state + (hasName ? " autofocus" : ""),
                        title);
        byte[] html = PlainPage.of(Html.escape(texts.language()), title, form).getBytes(StandardCharsets.UTF_8);
        return out -> out.write(html);
    }
}
