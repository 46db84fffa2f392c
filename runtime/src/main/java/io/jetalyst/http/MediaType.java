package io.jetalyst.http;

/** Media types the framework itself sends, as written in {@code Content-Type}. */
public final class MediaType {
    public static final String TEXT_PLAIN = "text/plain;charset=utf-8";
    public static final String TEXT_HTML = "text/html;charset=utf-8";
    public static final String JSON = "application/json";
    /** RFC 9457. */
    public static final String PROBLEM_JSON = "application/problem+json";

    private MediaType() {}
}
