package io.jetalyst.testkit.tests.login;

import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;

/** Requests of browsers that log in with a form. */
final class LoginRequests {
    static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private LoginRequests() {}

    static TestResponse logIn(TestHttp browser, String name, String target) {
        return browser.form("/login")
                .field("name", name)
                .field("password", name + "'s secret")
                .field("target", target)
                .post("Accept", HTML);
    }

    /** The session's cookie of a response: {@code name=value}. */
    static String cookie(TestResponse response) {
        return response.header("Set-Cookie").split(";", 2)[0];
    }
}
