package io.jetalyst.internal.access;

import io.jetalyst.http.Request;
import io.jetalyst.http.Trace;
import io.jetalyst.observe.ClosedSocket;
import io.jetalyst.observe.ClosedSocket.Traffic;
import io.jetalyst.observe.CompletedRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of one line, which stay valid after the request has ended. No query string and no cookie is among them, because both identify
 * persons or sessions.
 *
 * @param timeMillis the end of the request, in milliseconds since 1970
 * @param status 101 or 200 for a socket
 * @param route empty if no route matched
 * @param userAgent empty if the client sent none
 * @param referer without its query; empty if the client sent none
 * @param remote the address of the client; empty if it is unknown
 * @param socket how a socket ended; {@code null} for a request
 */
record AccessEntry(
        long timeMillis,
        String id,
        Trace trace,
        String remote,
        String method,
        String path,
        String protocol,
        String route,
        int status,
        long receivedBytes,
        long sentBytes,
        Duration duration,
        String end,
        String userAgent,
        String referer,
        @Nullable SocketEnd socket) {
    /** The end of a socket, without its handshake: the header fields would occupy memory while the line waits. */
    record SocketEnd(int code, String cause, Traffic traffic) {
        static SocketEnd of(ClosedSocket closed) {
            String cause = closed.status().cause().name().toLowerCase(Locale.ROOT);
            return new SocketEnd(closed.status().code(), cause, closed.traffic());
        }
    }

    /** The rest of a longer text is left out, so that a line has a bounded length. */
    private static final int MAX_CHARACTERS = 1024;

    static AccessEntry of(CompletedRequest completed) {
        return of(
                completed.request(),
                completed.route().orElse(""),
                completed.status(),
                completed.receivedBytes(),
                completed.sentBytes(),
                completed.duration(),
                switch (completed.end()) {
                    case COMPLETE -> "complete";
                    case ABORTED -> "aborted";
                    case FAILED -> "failed";
                },
                null);
    }

    static AccessEntry of(ClosedSocket closed) {
        return of(
                closed.request(),
                closed.route(),
                closed.request().method().equals("CONNECT") ? 200 : 101,
                closed.traffic().receivedBytes(),
                closed.traffic().sentBytes(),
                closed.duration(),
                "closed",
                SocketEnd.of(closed));
    }

    private static AccessEntry of(
            Request request,
            String route,
            int status,
            long received,
            long sent,
            Duration duration,
            String end,
            @Nullable SocketEnd socket) {
        return new AccessEntry(
                System.currentTimeMillis(),
                request.id(),
                request.trace(),
                remote(request.remoteAddress()),
                cut(request.method()),
                cut(request.fullPath()),
                cut(request.protocol()),
                route,
                status,
                received,
                sent,
                duration,
                end,
                cut(request.header("User-Agent").orElse("")),
                cut(withoutQuery(request.header("Referer").orElse(""))),
                socket);
    }

    /** The memory that it takes at most, in characters. */
    int weight() {
        int texts = method.length() + path.length() + userAgent.length() + referer.length();
        return 400 + texts + trace.state().length();
    }

    private static String remote(SocketAddress address) {
        if (address instanceof UnixDomainSocketAddress) {
            return "unix:";
        }
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "";
    }

    private static String withoutQuery(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) == '?' || uri.charAt(i) == '#') {
                return uri.substring(0, i);
            }
        }
        return uri;
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "...";
    }
}
