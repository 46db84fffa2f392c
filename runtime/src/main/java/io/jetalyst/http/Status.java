package io.jetalyst.http;

/**
 * A status code with its reason phrase (RFC 9110 §15).
 *
 * @param code 101, or 200 to 599
 * @param reason the phrase for people; protocols ignore it
 */
public record Status(int code, String reason) {
    public static final Status SWITCHING_PROTOCOLS = new Status(101, "Switching Protocols");
    public static final Status OK = new Status(200, "OK");
    public static final Status CREATED = new Status(201, "Created");
    public static final Status NO_CONTENT = new Status(204, "No Content");
    public static final Status FOUND = new Status(302, "Found");
    public static final Status SEE_OTHER = new Status(303, "See Other");
    public static final Status BAD_REQUEST = new Status(400, "Bad Request");
    public static final Status UNAUTHORIZED = new Status(401, "Unauthorized");
    public static final Status FORBIDDEN = new Status(403, "Forbidden");
    public static final Status NOT_FOUND = new Status(404, "Not Found");
    public static final Status METHOD_NOT_ALLOWED = new Status(405, "Method Not Allowed");
    public static final Status CONFLICT = new Status(409, "Conflict");
    public static final Status CONTENT_TOO_LARGE = new Status(413, "Content Too Large");
    public static final Status UPGRADE_REQUIRED = new Status(426, "Upgrade Required");
    public static final Status TOO_MANY_REQUESTS = new Status(429, "Too Many Requests");
    public static final Status INTERNAL_SERVER_ERROR = new Status(500, "Internal Server Error");
    public static final Status NOT_IMPLEMENTED = new Status(501, "Not Implemented");
    public static final Status SERVICE_UNAVAILABLE = new Status(503, "Service Unavailable");

    public Status {
        if (code != 101 && (code < 200 || code > 599)) {
            throw new IllegalArgumentException("a status is 101 or between 200 and 599, not " + code);
        }
    }

    /** Whether a response of this status carries no body (RFC 9110 §6.4.1). */
    public boolean bodiless() {
        return code == 101 || code == 204 || code == 304;
    }

    @Override
    public String toString() {
        return code + " " + reason;
    }
}
