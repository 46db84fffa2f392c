package io.jetalyst.jetty;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Refuses requests that Jetty parses, but RFC 9110, 9112 or 9113 forbids, and those that two readers may understand in two ways. */
final class RequestCheck {
    /** Each field costs an object, however short it is. No honest client sends so many. */
    private static final int MAX_FIELDS = 100;
    /** The sum of names, values and separators; over HTTP/1, Jetty's parser holds the same limit. */
    private static final int MAX_HEAD_BYTES = Protocols.HEAD_BYTES;

    private static final int MAX_LENGTH_DIGITS = 18;

    private RequestCheck() {}

    /** @return null if the request is to be served */
    static @Nullable HttpProblem refusal(Request request, @Nullable Http1State http1) {
        HttpFields fields = request.getHeaders();
        if (fields.size() > MAX_FIELDS) {
            return tooLarge("The request has more than " + MAX_FIELDS + " header fields."); // RFC 6585 §5
        }
        HttpURI uri = request.getHttpURI();
        HttpProblem problem = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                ? http2(request, uri, fields)
                : http1(request, fields, http1);
        if (problem != null) {
            return problem;
        }
        String scheme = uri.getScheme();
        boolean secure = request.getConnectionMetaData().isSecure();
        if (scheme != null
                && !scheme.equals(secure ? "https" : "http")
                && !(scheme.equals("https") && HttpEndPoint.isClientSecure(request))) {
            return scheme.equals("https") // RFC 9110 §7.4
                    ? HttpProblem.of(Status.MISDIRECTED_REQUEST, "This connection serves http only.")
                    : HttpProblem.badRequest("The scheme of the request target is not the one of this connection.");
        }
        // Servers disagree on the meaning of ; in a path, and so may the code that guards a path and the code that
        // routes it.
        String path = uri.getPath();
        if (path == null && !HttpMethod.CONNECT.is(request.getMethod())) {
            return HttpProblem.badRequest("The request has no path.");
        }
        return path != null && path.indexOf(';') >= 0 ? HttpProblem.badRequest("The path has a semicolon.") : null;
    }

    private static @Nullable HttpProblem http1(Request request, HttpFields fields, @Nullable Http1State endPoint) {
        if (endPoint != null && !endPoint.isRequestLineValid()) {
            return HttpProblem.badRequest("The request line is malformed.");
        }
        String coding = fields.get(HttpHeader.TRANSFER_ENCODING);
        if (coding != null && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
            // The end of the request is unknown, because this version has no transfer codings (RFC 9112 §6.1).
            return HttpProblem.badRequest("HTTP/1.0 has no header field Transfer-Encoding.");
        }
        return coding == null || HttpHeaderValue.CHUNKED.is(coding)
                ? null
                : HttpProblem.of(Status.NOT_IMPLEMENTED, "The only transfer coding is chunked."); // RFC 9112 §6.1
    }

    /** RFC 9113 §8.1.1, §8.2.2, §8.3.1. */
    private static @Nullable HttpProblem http2(Request request, HttpURI uri, HttpFields fields) {
        long bytes = 0;
        int lengths = 0;
        for (HttpField field : fields) {
            bytes += field.getName().length()
                    + (field.getValue() == null ? 0 : field.getValue().length())
                    + 4L;
            if (isOfConnection(field)) {
                return HttpProblem.badRequest("HTTP/2 has no header field " + field.getName() + ".");
            }
            if (field.getHeader() == HttpHeader.CONTENT_LENGTH && (lengths++ > 0 || !isLength(field.getValue()))) {
                return HttpProblem.badRequest("The Content-Length of the request is malformed.");
            }
        }
        if (bytes > MAX_HEAD_BYTES) {
            return tooLarge("The header of the request is too large.");
        }
        if (length(uri) > MAX_HEAD_BYTES) {
            return HttpProblem.of(Status.URI_TOO_LONG, "The request target is too long.");
        }
        if (!isAscii(uri.getPath()) || !isAscii(uri.getQuery())) {
            // Jetty reads each byte as a character of ISO 8859-1 here, and as UTF-8 in a request line.
            return HttpProblem.badRequest("The request target is malformed.");
        }
        if (lengths > 0 && HttpMethod.CONNECT.is(request.getMethod())) {
            return HttpProblem.badRequest("A CONNECT has no content."); // RFC 9110 §9.3.6
        }
        return Authority.refusal(request);
    }

    /** Whether the value consists of digits (RFC 9110 §8.6), and fits into a {@code long}. */
    private static boolean isLength(@Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_LENGTH_DIGITS) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The length of all parts. The target itself would be a copy for each request. */
    private static int length(HttpURI uri) {
        return length(uri.getScheme())
                + length(uri.getAuthority())
                + length(uri.getPath())
                + length(uri.getQuery())
                + length(uri.getFragment());
    }

    private static int length(@Nullable String part) {
        return part == null ? 0 : part.length() + 1; // with a separator
    }

    /** Whether a part of a target has visible characters of ASCII only (RFC 3986 §2). */
    private static boolean isAscii(@Nullable String part) {
        for (int i = 0; part != null && i < part.length(); i++) {
            if (part.charAt(i) <= ' ' || part.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfConnection(HttpField field) {
        HttpHeader header = field.getHeader();
        if (header == null) {
            return false;
        }
        return switch (header) {
            case CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, TRANSFER_ENCODING, UPGRADE -> true;
            case TE -> !"trailers".equalsIgnoreCase(field.getValue());
            default -> false;
        };
    }

    private static HttpProblem tooLarge(String detail) {
        return HttpProblem.of(Status.REQUEST_HEADER_FIELDS_TOO_LARGE, detail);
    }
}
