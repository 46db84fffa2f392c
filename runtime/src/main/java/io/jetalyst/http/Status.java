package io.jetalyst.http;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public static final Status ACCEPTED = new Status(202, "Accepted");
    public static final Status NO_CONTENT = new Status(204, "No Content");
    public static final Status RESET_CONTENT = new Status(205, "Reset Content");
    public static final Status PARTIAL_CONTENT = new Status(206, "Partial Content");
    public static final Status MOVED_PERMANENTLY = new Status(301, "Moved Permanently");
    public static final Status FOUND = new Status(302, "Found");
    public static final Status SEE_OTHER = new Status(303, "See Other");
    public static final Status NOT_MODIFIED = new Status(304, "Not Modified");
    public static final Status TEMPORARY_REDIRECT = new Status(307, "Temporary Redirect");
    public static final Status PERMANENT_REDIRECT = new Status(308, "Permanent Redirect");
    public static final Status BAD_REQUEST = new Status(400, "Bad Request");
    public static final Status UNAUTHORIZED = new Status(401, "Unauthorized");
    public static final Status FORBIDDEN = new Status(403, "Forbidden");
    public static final Status NOT_FOUND = new Status(404, "Not Found");
    public static final Status METHOD_NOT_ALLOWED = new Status(405, "Method Not Allowed");
    public static final Status NOT_ACCEPTABLE = new Status(406, "Not Acceptable");
    public static final Status REQUEST_TIMEOUT = new Status(408, "Request Timeout");
    public static final Status CONFLICT = new Status(409, "Conflict");
    public static final Status GONE = new Status(410, "Gone");
    public static final Status PRECONDITION_FAILED = new Status(412, "Precondition Failed");
    public static final Status CONTENT_TOO_LARGE = new Status(413, "Content Too Large");
    public static final Status URI_TOO_LONG = new Status(414, "URI Too Long");
    public static final Status UNSUPPORTED_MEDIA_TYPE = new Status(415, "Unsupported Media Type");
    public static final Status RANGE_NOT_SATISFIABLE = new Status(416, "Range Not Satisfiable");
    public static final Status EXPECTATION_FAILED = new Status(417, "Expectation Failed");
    public static final Status MISDIRECTED_REQUEST = new Status(421, "Misdirected Request");
    public static final Status UNPROCESSABLE_CONTENT = new Status(422, "Unprocessable Content");
    public static final Status UPGRADE_REQUIRED = new Status(426, "Upgrade Required");
    public static final Status PRECONDITION_REQUIRED = new Status(428, "Precondition Required");
    public static final Status TOO_MANY_REQUESTS = new Status(429, "Too Many Requests");
    public static final Status REQUEST_HEADER_FIELDS_TOO_LARGE = new Status(431, "Request Header Fields Too Large");
    public static final Status INTERNAL_SERVER_ERROR = new Status(500, "Internal Server Error");
    public static final Status NOT_IMPLEMENTED = new Status(501, "Not Implemented");
    public static final Status SERVICE_UNAVAILABLE = new Status(503, "Service Unavailable");
    public static final Status HTTP_VERSION_NOT_SUPPORTED = new Status(505, "HTTP Version Not Supported");
    public static final Status INSUFFICIENT_STORAGE = new Status(507, "Insufficient Storage");

    /** The statuses above. */
    private static final Map<Integer, Status> KNOWN = Stream.of(
                    SWITCHING_PROTOCOLS,
                    OK,
                    CREATED,
                    ACCEPTED,
                    NO_CONTENT,
                    RESET_CONTENT,
                    PARTIAL_CONTENT,
                    MOVED_PERMANENTLY,
                    FOUND,
                    SEE_OTHER,
                    NOT_MODIFIED,
                    TEMPORARY_REDIRECT,
                    PERMANENT_REDIRECT,
                    BAD_REQUEST,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    REQUEST_TIMEOUT,
                    CONFLICT,
                    GONE,
                    PRECONDITION_FAILED,
                    CONTENT_TOO_LARGE,
                    URI_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE,
                    RANGE_NOT_SATISFIABLE,
                    EXPECTATION_FAILED,
                    MISDIRECTED_REQUEST,
                    UNPROCESSABLE_CONTENT,
                    UPGRADE_REQUIRED,
                    PRECONDITION_REQUIRED,
                    TOO_MANY_REQUESTS,
                    REQUEST_HEADER_FIELDS_TOO_LARGE,
                    INTERNAL_SERVER_ERROR,
                    NOT_IMPLEMENTED,
                    SERVICE_UNAVAILABLE,
                    HTTP_VERSION_NOT_SUPPORTED,
                    INSUFFICIENT_STORAGE)
            .collect(Collectors.toUnmodifiableMap(Status::code, status -> status));

    public Status {
        if (code != 101 && (code < 200 || code > 599)) {
            throw new IllegalArgumentException("a status is 101 or between 200 and 599, not " + code);
        }
    }

    /** The status of this code, with the phrase of RFC 9110; with an empty phrase if there is no constant for it. */
    public static Status of(int code) {
        Status known = KNOWN.get(code);
        return known == null ? new Status(code, "") : known;
    }

    /** Whether a response of this status never has content (RFC 9110 §6.4.1, §15.3.6). */
    public boolean isBodiless() {
        return code == 101 || code == 204 || code == 205 || code == 304;
    }

    @Override
    public String toString() {
        return code + " " + reason;
    }
}
