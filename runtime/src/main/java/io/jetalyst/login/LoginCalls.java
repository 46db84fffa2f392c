package io.jetalyst.login;

import io.jetalyst.body.Form;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Accept;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.support.Results;
import io.jetalyst.table.Invoker;
import io.jetalyst.view.Assets;
import io.jetalyst.view.PlainPage;
import java.util.Optional;

/**
 * Answers the requests of a login with a form.
 *
 * @param assets the static files that a page can name
 */
record LoginCalls(FormLogin login, Assets assets) implements Invoker {
    @Override
    public Result call(int route, Context context) {
        return switch (route) {
            case LoginTable.SHOW -> show(context);
            case LoginTable.LOG_IN -> logIn(context);
            default -> logOut(context);
        };
    }

    private Result show(Context context) {
        String target = context.request().queryParam(LoginLinks.TARGET).orElse(login.home());
        return page(context, login.local(target), "", Optional.empty());
    }

    private Result logIn(Context context) {
        Form form = context.body().form();
        String name = form.text("name").orElse("");
        String target = login.local(form.text(LoginLinks.TARGET).orElse(login.home()));
        try {
            login.logins().login(context.request(), name, form.text("password").orElse(""));
        } catch (HttpProblem problem) {
            HttpProblem challenged = problem.status().equals(Status.UNAUTHORIZED)
                    ? problem.header(
                            "WWW-Authenticate", login.challenge(context).orElseThrow())
                    : problem;
            if (Accept.of(context.request().headers()).range("text/html").isEmpty()) {
                throw challenged;
            }
            return page(context, target, name, Optional.of(challenged));
        }
        login.remember(context.session(), name);
        return Response.seeOther(target).header("Cache-Control", "no-store");
    }

    private Result logOut(Context context) {
        context.session().invalidate();
        return Response.seeOther(login.home()).header("Cache-Control", "no-store");
    }

    private Result page(Context context, String target, String name, Optional<HttpProblem> problem) {
        String action = login.links().login().href(context.request());
        LoginPage values = new LoginPage(action, target, name, problem.map(context::translate), context, assets);
        Response page = Results.view(login.page(values, context.pageTexts())).header("Cache-Control", "no-store");
        if (login.hasPlainPage()) {
            page = page.header("Content-Security-Policy", PlainPage.policy(true));
        }
        if (problem.isEmpty()) {
            return page;
        }
        Response failed = page.status(problem.get().status());
        for (HeaderField field : problem.get().headers()) {
            failed = failed.addHeader(field.name(), field.value());
        }
        return failed;
    }
}
