package io.jetalyst.security.oidc;

import io.jetalyst.http.Response;
import java.net.URI;

/**
 * A page that leads the browser to the provider at once. It is the response to a form, because a policy for the targets of forms, such as
 * {@code form-action 'self'}, does not allow a redirect to another host.
 */
final class LeadingPage {
    private LeadingPage() {}

    static Response to(URI address, String title) {
        String escaped =
                address.toString().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return Response.html(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url="
                        + escaped + "\"><title>" + title + "</title><p><a href=\"" + escaped
                        + "\">Continue</a></p></html>");
    }
}
