package io.jetalyst.internal.proxy;

import io.jetalyst.engine.Listener;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Redirects requests without TLS to the listener for HTTPS. */
public final class HttpsRule {
    private static final int DEFAULT_PORT = 443;

    private final boolean redirects;
    /** Known when the server listens. */
    private volatile int port = DEFAULT_PORT;

    private HttpsRule(boolean redirects) {
        this.redirects = redirects;
    }

    /** Requests without TLS are served. */
    public static HttpsRule none() {
        return new HttpsRule(false);
    }

    /** Requests without TLS are redirected. */
    public static HttpsRule redirect() {
        return new HttpsRule(true);
    }

    /** The server listens on these addresses; requests are redirected to the first port for HTTPS. */
    public void listening(List<Listener> listeners) {
        listeners.stream()
                .filter(listener -> listener.protocol() == Listener.Protocol.HTTPS)
                .map(Listener::address)
                .filter(Listener.Tcp.class::isInstance) // systemd may pass a UNIX socket for HTTPS
                .findFirst()
                .ifPresent(address -> port = ((Listener.Tcp) address).port());
    }

    /**
     * The redirection of a request, with method and body preserved; {@code null} if it is served.
     *
     * @param received the request as the engine received it; a client of a UNIX socket is a proxy, which decides this itself
     * @param request the request as the client sent it
     */
    public @Nullable Response redirection(Request received, Request request) {
        if (!redirects
                || request.scheme().equalsIgnoreCase("https")
                || received.remoteAddress() instanceof UnixDomainSocketAddress
                || request.authority().isEmpty()
                || !received.path().startsWith("/")) {
            return null;
        }
        String host = withoutPort(request.authority());
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return Response.of(Status.PERMANENT_REDIRECT)
                .header(
                        "Location",
                        "https://" + host + (port == DEFAULT_PORT ? "" : ":" + port) + received.path() + query);
    }

    private static String withoutPort(String authority) {
        int colon = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']')));
        return colon < 0 ? authority : authority.substring(0, colon);
    }
}
