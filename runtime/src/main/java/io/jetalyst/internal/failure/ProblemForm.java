package io.jetalyst.internal.failure;

import io.jetalyst.http.Accept;
import io.jetalyst.http.MediaRange;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;

/** The forms in which a client receives a problem. */
enum ProblemForm {
    /** A problem document (RFC 9457), also for a client that accepts anything. */
    DOCUMENT,
    PAGE,
    TEXT;

    /**
     * The form that the client prefers. Browsers name HTML beside {@code *}{@code /*}, and some libraries name text after JSON; so HTML counts if it
     * is named and JSON is not preferred to it, and text if it is named and JSON is not named.
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

    /** The weight of a media type that the client does not mean with {@code *}{@code /*} only. */
    private static double named(Accept accept, String type) {
        return accept.range(type)
                .filter(range -> !range.isAny())
                .map(MediaRange::quality)
                .orElse(0.0);
    }
}
