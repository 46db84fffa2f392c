package io.jetalyst.route;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The origins whose pages may read the responses of a route, and send requests to it that need a preflight request (Fetch, CORS protocol).
 * Immutable: a method that changes something returns a copy. The constructor and these methods throw an {@link IllegalArgumentException} if
 * the result is not consistent.
 *
 * <pre>{@code
 * Route.put("/orders/{id}", "Orders.change").allowOrigins(CorsRule.of("https://app.example").credentials())
 * }</pre>
 *
 * @param origins as browsers send them, such as {@code https://app.example}; or only {@code *} for all
 * @param hasCredentials whether the requests may have cookies; not with {@code *}
 * @param headers the names of fields that scripts may set in requests
 * @param exposed the names of fields of the response that scripts may read, besides those that are always readable
 * @param maxAgeSeconds how long a browser remembers the response to a preflight request, 0 or more
 */
public record CorsRule(
        List<String> origins, boolean hasCredentials, List<String> headers, List<String> exposed, int maxAgeSeconds) {
    /** The origin that stands for all. */
    public static final String ANY = "*";

    private static final List<String> CONTENT_TYPE = List.of("Content-Type");
    private static final Set<String> NOT_OF_PAGES = Set.of("ws", "wss", "file");
    private static final int TEN_MINUTES = 600;

    public CorsRule {
        origins = distinct(origins);
        headers = distinct(headers);
        exposed = distinct(exposed);
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("no origin is named");
        }
        if (origins.contains(ANY) && (hasCredentials || origins.size() > 1)) {
            throw new IllegalArgumentException(
                    hasCredentials
                            ? "pages of all origins (*) cannot send cookies: name the origins"
                            : "* stands for all origins, so no other is beside it");
        }
        for (String origin : origins) {
            if (!origin.equals(ANY) && !isOrigin(origin)) {
                throw new IllegalArgumentException(
                        "\"" + origin
                                + "\" is not an origin as browsers send it, such as https://app.example: lower case, without a path or a default port");
            }
        }
        headers.forEach(CorsRule::checkName);
        exposed.forEach(CorsRule::checkName);
        if (maxAgeSeconds < 0) {
            throw new IllegalArgumentException("the time " + maxAgeSeconds + " is negative");
        }
    }

    /** A rule for these origins, without cookies and with {@code Content-Type}, remembered for ten minutes. */
    public static CorsRule of(String... origins) {
        return new CorsRule(List.of(origins), false, CONTENT_TYPE, List.of(), TEN_MINUTES);
    }

    /** The same rule for requests that may have cookies. */
    public CorsRule credentials() {
        return new CorsRule(origins, true, headers, exposed, maxAgeSeconds);
    }

    /** The same rule with other fields of requests. */
    public CorsRule permitHeaders(String... names) {
        return new CorsRule(origins, hasCredentials, List.of(names), exposed, maxAgeSeconds);
    }

    /** The same rule with other readable fields of responses. */
    public CorsRule exposeHeaders(String... names) {
        return new CorsRule(origins, hasCredentials, headers, List.of(names), maxAgeSeconds);
    }

    /** The same rule, remembered for another time. */
    public CorsRule maxAge(int seconds) {
        return new CorsRule(origins, hasCredentials, headers, exposed, seconds);
    }

    /** Whether pages of all origins may read the responses. */
    public boolean isForAll() {
        return origins.contains(ANY);
    }

    private static List<String> distinct(List<String> texts) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!seen.add(text.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("\"" + text + "\" is named twice");
            }
        }
        return List.copyOf(texts);
    }

    private static void checkName(String name) {
        if (!name.matches("[A-Za-z0-9!#$%&'+.^_`|~-]+")) {
            throw new IllegalArgumentException("\"" + name + "\" is not the name of a field");
        }
    }

    /**
     * RFC 6454 §6.2: scheme, host and a port that is not the scheme's own. Browsers send the origin of the page that opens a socket, and
     * {@code null} for files.
     */
    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null
                    || host == null
                    || uri.getPort() == 0
                    || uri.getPort() > 65_535
                    || NOT_OF_PAGES.contains(scheme)) {
                return false;
            }
            boolean isDefault =
                    scheme.equals("http") && uri.getPort() == 80 || scheme.equals("https") && uri.getPort() == 443;
            String serialized = scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            return !isDefault && serialized.equals(text) && text.equals(text.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
