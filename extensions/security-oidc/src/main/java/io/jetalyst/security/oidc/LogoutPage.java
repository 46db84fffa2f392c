package io.jetalyst.security.oidc;

import io.jetalyst.http.Response;
import java.net.URI;

/** A page that leads the browser to the provider at once. */
final class LogoutPage {
    private LogoutPage() {}

    static Response leadingTo(URI address) {
        String escaped =
                address.toString().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return Response.html(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url="
                        + escaped + "\"><title>Logout</title><p><a href=\"" + escaped + "\">Continue</a></p></html>");
    }
}
