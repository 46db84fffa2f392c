package io.jetalyst.internal.body;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.route.BodyRule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Refuses bodies in a media type, a charset or a coding that the route does not accept (RFC 9110 §15.5.16). */
final class MediaTypeCheck {
    private MediaTypeCheck() {}

    /** @throws HttpProblem 400 if there are several media types; 415, with the header field that says what is accepted */
    static void check(BodyRule rule, ContentType contentType, Request request) {
        if (request.headers().all("Content-Type").size() > 1) {
            throw HttpProblem.badRequest("The request has several Content-Type fields.");
        }
        List<String> accepted = rule.mediaTypes();
        if (!accepted.isEmpty() && accepted.stream().noneMatch(contentType::matches)) {
            throw unsupported("The body must be of the media type " + String.join(" or ", accepted) + ".")
                    .header("Accept", String.join(", ", accepted));
        }
        if (contentType.malformed()) {
            throw unsupported("The Content-Type of the body is malformed.");
        }
        Optional<String> charset = contentType.charset();
        if (charset.isPresent() && charset(charset.get()).isEmpty()) {
            throw unsupported("The charset of the body is unknown.");
        }
        boolean form = rule.isForm();
        if ((form || isJson(contentType))
                && charset.isPresent()
                && !charset(charset.get()).equals(Optional.of(StandardCharsets.UTF_8))) {
            throw unsupported(form ? "A form must be encoded in UTF-8." : "JSON is encoded in UTF-8."); // RFC 8259 §8.1
        }
    }

    /**
     * Whether the body has the content coding gzip.
     *
     * @param gzip whether the application accepts it
     * @throws HttpProblem 415 if the body has another coding or several, with those that are accepted (RFC 7694 §3)
     */
    static boolean isGzip(Request request, boolean gzip) {
        List<String> codings = request.headers().members("Content-Encoding").stream()
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .toList();
        if (codings.isEmpty()) {
            return false;
        }
        boolean isGzip = codings.size() == 1
                && (codings.get(0).equalsIgnoreCase("gzip") || codings.get(0).equalsIgnoreCase("x-gzip"));
        if (!gzip || !isGzip) {
            throw unsupported(
                            gzip
                                    ? "The only content coding of a body is gzip."
                                    : "The body must have no content coding.")
                    .header("Accept-Encoding", gzip ? "gzip" : "identity");
        }
        return true;
    }

    static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isJson(ContentType contentType) {
        return contentType.matches("application/json") || contentType.matches("application/*+json");
    }

    private static HttpProblem unsupported(String detail) {
        return HttpProblem.of(Status.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
