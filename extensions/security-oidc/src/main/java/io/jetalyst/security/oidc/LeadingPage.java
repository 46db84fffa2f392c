package io.jetalyst.security.oidc;

import io.jetalyst.http.Response;
import io.jetalyst.view.Html;
import io.jetalyst.view.PageTexts;
import java.net.URI;

/**
 * A page that leads the browser to the provider at once. It is the response to a form, because a policy for the targets of forms, such as
 * {@code form-action 'self'}, does not allow a redirect to another host.
 */
final class LeadingPage {
    private LeadingPage() {}

    /** @param title the title of the page, in the language of the client */
    static Response to(URI address, PageTexts texts, String title) {
        String escaped = Html.escape(address.toString());
        String link = Html.escape(texts.text("page.continue", "Continue"));
        return Response.html("<!doctype html><html lang=\"" + Html.escape(texts.language())
                + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><meta http-equiv=\"refresh\" content=\"0;url="
                + escaped + "\"><title>" + Html.escape(title) + "</title><p><a href=\"" + escaped + "\">" + link
                + "</a></p></html>");
    }
}
