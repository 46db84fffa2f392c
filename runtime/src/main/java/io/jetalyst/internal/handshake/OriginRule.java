package io.jetalyst.internal.handshake;

import io.jetalyst.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which pages may open a socket (RFC 6455 §10.2): a browser sends the page's origin and does not ask before it connects, so
 * without this rule any page in the world could use its visitor's cookies here.
 */
final class OriginRule {
    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile("(https?)://([^/?#@\\\\\\s]+)");
    private static final Pattern DEFAULT_PORT = Pattern.compile("^(http://.*):80$|^(https://.*):443$");

    private OriginRule() {}

    /** A request without an origin does not come from a page. */
    static boolean allows(Request request, List<String> others) {
        List<String> origins = request.headers().all("Origin");
        if (origins.isEmpty() || others.contains(ANY)) {
            return true;
        }
        String origin = origins.get(0).toLowerCase(Locale.ROOT);
        if (origins.size() > 1 || !ORIGIN.matcher(origin).matches()) {
            return false;
        }
        String normal = normal(origin);
        return normal.equals(normal(request.scheme() + "://" + request.authority()))
                || others.stream().anyMatch(other -> normal.equals(normal(other)));
    }

    /** Lower case, and without the port that the scheme implies (RFC 6454 §4). */
    private static String normal(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        Matcher matcher = DEFAULT_PORT.matcher(lower);
        if (!matcher.matches()) {
            return lower;
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }
}
