package io.jetalyst.internal.origin;

import io.jetalyst.http.Request;
import io.jetalyst.internal.log.LogText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the pages from which a browser may open a WebSocket (RFC 6455 §10.2) or send a request that changes something. A browser sends the
 * origin of the page with the request, and sends the request whatever that is. Without this rule any page in the world could use its
 * visitor's cookies here.
 */
public final class OriginRule {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.origin");
    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile("(https?)://([^/?#@\\\\\\s,]+)");
    private static final Pattern DEFAULT_PORT = Pattern.compile("^(http://.*):80$|^(https://.*):443$");
    /** Clients choose the origins, so the set of those that were logged is bounded. */
    private static final int MAX_LOGGED = 50;

    private final List<String> allowed;
    private final boolean proxyNamesScheme;
    private final Set<String> logged = new HashSet<>();

    /**
     * @param allowed origins that are allowed at every endpoint beside the server's own; {@code *} for any
     * @param proxyNamesScheme whether a proxy sends the scheme of the client's request. Otherwise a plain request may have come through a
     *     proxy that ends TLS, and only host and port of its origin are compared
     */
    public OriginRule(List<String> allowed, boolean proxyNamesScheme) {
        this.allowed = List.copyOf(allowed);
        this.proxyNamesScheme = proxyNamesScheme;
    }

    /** Whether the setting names the origin of this request; its own origin need not be in the setting. */
    boolean isListed(Request request) {
        return allowed.contains(ANY)
                || origin(request)
                        .filter(origin -> allowed.stream().anyMatch(other -> origin.equals(normal(other))))
                        .isPresent();
    }

    /** Whether this text is {@code *} or an origin as browsers send it, such as {@code https://chat.example}. */
    public static boolean isOrigin(String text) {
        return text.equals(ANY) || ORIGIN.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Whether the page of this origin may send this request. A request without an origin is allowed: no page sent it.
     *
     * @param received the request as the engine read it
     * @param request the same request with the scheme and the authority that the client used
     * @param others origins that the endpoint allows
     */
    public boolean allows(Request received, Request request, List<String> others) {
        return request.header("Origin").isEmpty()
                || others.contains(ANY)
                || allowed.contains(ANY)
                || origin(request)
                        .filter(origin -> isAllowed(origin, received, request, others))
                        .isPresent();
    }

    /** The origin in its normal form; empty if the request has none, several, or one that is not the origin of a page. */
    private static Optional<String> origin(Request request) {
        List<String> origins = request.headers().all("Origin");
        return origins.size() == 1
                        && ORIGIN.matcher(origins.get(0).toLowerCase(Locale.ROOT))
                                .matches()
                ? Optional.of(normal(origins.get(0)))
                : Optional.empty();
    }

    private boolean isAllowed(String origin, Request received, Request request, List<String> others) {
        if (origin.equals(normal(request.scheme() + "://" + request.authority()))) {
            return true;
        }
        boolean schemeUnknown = !proxyNamesScheme && received.scheme().equals("http");
        String scheme = origin.substring(0, origin.indexOf("://"));
        return (schemeUnknown && origin.equals(normal(scheme + "://" + received.authority())))
                || allowed.stream().anyMatch(other -> origin.equals(normal(other)))
                || others.stream().anyMatch(other -> origin.equals(normal(other)));
    }

    /**
     * Logs a request that was refused, once for each origin.
     *
     * @param what was refused: {@code Refused a WebSocket handshake}
     * @param cure a sentence beside those about the settings, with a blank behind it; or empty
     */
    public void log(String what, String cure, Request request) {
        String origin = request.header("Origin").orElse("null");
        String shown = LogText.of(origin);
        synchronized (logged) {
            if (logged.size() >= MAX_LOGGED || !logged.add(shown)) {
                return;
            }
        }
        String setting = isOrigin(origin) ? "If that page is yours, set server.origins=" + shown + ". " : "";
        LOG.warn(
                "{} from a page of \"{}\": this server is {}://{}. {}{}If a proxy changes the host, set server.public-url or server.forwarded.",
                what,
                shown,
                request.scheme(),
                LogText.of(request.authority()),
                setting,
                cure);
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
