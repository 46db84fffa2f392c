package io.jetalyst.jetty;

import io.jetalyst.http.HttpProblem;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The host of a request, perhaps with a port. Over HTTP/2 a client sends it as {@code :authority}, and a proxy that forwards a request of
 * HTTP/1.1 may send {@code host} instead (RFC 9113 §8.3.1). Jetty reads the first only.
 */
final class Authority {
    private static final int MAX_PORT = 65_535;

    private Authority() {}

    /** The authority of the request; empty if it has none. */
    static String of(Request request) {
        String own = request.getHttpURI().getAuthority();
        if (own != null && !own.isEmpty()) {
            return own;
        }
        String host = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                ? request.getHeaders().get(HttpHeader.HOST)
                : null;
        return host == null ? "" : host;
    }

    /** @return null if a request over HTTP/2 has one authority only, which is well-formed */
    static @Nullable HttpProblem refusal(Request request) {
        String own = request.getHttpURI().getAuthority();
        boolean absent = own == null || own.isEmpty();
        if (!request.getHeaders().contains(HttpHeader.HOST)) {
            if (absent) {
                return HttpProblem.badRequest("The request has no authority.");
            }
            return isHostAndPort(own) ? null : malformed();
        }
        List<String> hosts = hosts(request);
        if (hosts.size() != 1 || !isHostAndPort(hosts.get(0)) || (!absent && !isHostAndPort(own))) {
            return malformed();
        }
        boolean different =
                !absent && !isSame(own, hosts.get(0), request.getHttpURI().getScheme());
        return different ? HttpProblem.badRequest("The request has two different authorities.") : null;
    }

    /** The values as they were sent. Jetty's list of values would divide them at commas. */
    private static List<String> hosts(Request request) {
        return request.getHeaders().stream()
                .filter(field -> field.getHeader() == HttpHeader.HOST)
                .map(field -> field.getValue() == null ? "" : field.getValue())
                .toList();
    }

    private static HttpProblem malformed() {
        return HttpProblem.badRequest("The authority of the request is malformed.");
    }

    private static boolean isSame(String one, String other, @Nullable String scheme) {
        return one.equalsIgnoreCase(other) || withoutPort(one, scheme).equalsIgnoreCase(withoutPort(other, scheme));
    }

    /** The authority without the port that the scheme implies. */
    private static String withoutPort(String authority, @Nullable String scheme) {
        String implied = "https".equals(scheme) ? ":443" : ":80";
        return authority.endsWith(implied) ? authority.substring(0, authority.length() - implied.length()) : authority;
    }

    /** Whether the text is a host and perhaps a port, without user information (RFC 9110 §7.2). Each request is checked, so without a pattern. */
    private static boolean isHostAndPort(String text) {
        int end = text.startsWith("[") ? endOfLiteral(text) : endOfName(text);
        return end > 0 && (end == text.length() || isPort(text, end));
    }

    private static int endOfName(String text) {
        int end = 0;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The end of an IPv6 address in brackets (RFC 3986 §3.2.2); 0 if the text is no such address. */
    private static int endOfLiteral(String text) {
        int end = 1;
        while (end < text.length() && isOfLiteral(text.charAt(end))) {
            end++;
        }
        return end > 2 && end < text.length() && text.charAt(end) == ']' ? end + 1 : 0;
    }

    private static boolean isOfLiteral(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '.' || c == '-' || c == '_';
    }

    /** Whether a colon and a port follow. */
    private static boolean isPort(String text, int colon) {
        int digits = text.length() - colon - 1;
        if (text.charAt(colon) != ':' || digits < 1 || digits > 5) {
            return false;
        }
        int port = 0;
        for (int i = colon + 1; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
            port = 10 * port + text.charAt(i) - '0';
        }
        return port <= MAX_PORT;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
