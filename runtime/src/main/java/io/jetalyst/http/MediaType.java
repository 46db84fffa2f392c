package io.jetalyst.http;

/** Media types as written in {@code Content-Type}. */
public final class MediaType {
    public static final String TEXT_PLAIN = "text/plain;charset=utf-8";
    public static final String TEXT_HTML = "text/html;charset=utf-8";
    public static final String TEXT_CSV = "text/csv;charset=utf-8";
    public static final String JSON = "application/json";
    /** RFC 9457. */
    public static final String PROBLEM_JSON = "application/problem+json";

    public static final String OCTET_STREAM = "application/octet-stream";

    private MediaType() {}

    /**
     * The media type of a file by the extension of its name, with {@code charset=utf-8} for text; {@link #OCTET_STREAM} if the extension
     * is unknown. The table is part of this library, so each machine has the same.
     */
    public static String ofFileName(String name) {
        return FileTypes.of(name);
    }
}
