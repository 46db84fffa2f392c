package io.jetalyst.internal.proxy;

import io.jetalyst.http.Request;

/**
 * The beginning of the names of the framework's cookies. Over HTTPS, browsers accept a cookie with it from this host only; or over HTTPS only, if the
 * application lives below a base path, as a cookie of a host has no path (RFC 6265bis §4.1.3).
 */
public final class CookiePrefix {
    private static final String OF_HOST = "__Host-";
    private static final String OF_HTTPS = "__Secure-";

    private CookiePrefix() {}

    /** The prefix for cookies that the response to this request sets; empty over HTTP. */
    public static String of(Request request) {
        if (!request.scheme().equalsIgnoreCase("https")) {
            return "";
        }
        return request.basePath().isEmpty() ? OF_HOST : OF_HTTPS;
    }
}
