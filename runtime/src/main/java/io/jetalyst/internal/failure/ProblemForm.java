package io.jetalyst.internal.failure;

import io.jetalyst.http.Accept;
import io.jetalyst.http.MediaRange;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;

/** The forms in which a client receives a problem. */
public enum ProblemForm {
    /** A problem document (RFC 9457), also for a client that accepts anything. */
    DOCUMENT,
    PAGE,
    TEXT;

    /**
     * The form that the client prefers. A browser names HTML beside {@code *}{@code /*}, so HTML is sent if the client names it, and does not give JSON
     * or text a higher weight. Some libraries name JSON, text and {@code *}{@code /*} with the same weight and expect JSON, so text is sent if the
     * client names it, and does not name JSON with the same weight or a higher one.
     */
    static ProblemForm of(Request request) {
        Accept accept = Accept.of(request.headers());
        double page = named(accept, "text/html");
        double text = named(accept, "text/plain");
        double json = Math.max(accept.quality(MediaType.PROBLEM_JSON), accept.quality(MediaType.JSON));
        if (page > 0 && page >= json && page >= text) {
            return PAGE;
        }
        double namedJson = Math.max(named(accept, MediaType.PROBLEM_JSON), named(accept, MediaType.JSON));
        return text > 0 && text >= json && text > namedJson ? TEXT : DOCUMENT;
    }

    /** Whether the client prefers a page, as a browser does that loads one. */
    public static boolean isPage(Request request) {
        return of(request) == PAGE;
    }

    /** The weight of a media type that the client does not mean with {@code *}{@code /*} only. */
    private static double named(Accept accept, String type) {
        return accept.range(type)
                .filter(range -> !range.isAny())
                .map(MediaRange::quality)
                .orElse(0.0);
    }
}
