package io.jetalyst.testkit.tests.login;

import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.login.LoginLinks;

/** A part of a page with the links of the login. */
final class AccountPage {
    String bar(Request request) {
        return """
                <a href="%s">Log in</a>
                <form method="post" action="%s"><button>Log out</button></form>
                """.formatted(
                LoginLinks.FORM.login().href(request), LoginLinks.FORM.logout().href(request));
    }

    Response logInAndReturn() {
        return Response.seeOther(LoginLinks.FORM.login(LibraryControllerLinks.loans()));
    }
}
