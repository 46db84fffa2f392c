package io.jetalyst.jetty;

import io.jetalyst.http.Request;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.jspecify.annotations.Nullable;

/** Requests of Jetty as the runtime sees them. */
final class Requests {
    private static final SocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    private Requests() {}

    static Request of(org.eclipse.jetty.server.Request request) {
        HttpURI uri =
                request.getHttpURI(); // null, as well as its parts and the method, if the request line could not be
        // parsed
        ConnectionMetaData connection = request.getConnectionMetaData();
        SocketAddress remote = connection.getRemoteSocketAddress();
        return Request.builder(request.getMethod(), orEmpty(uri.getCanonicalPath()))
                .scheme(orEmpty(uri.getScheme()))
                .authority(orEmpty(uri.getAuthority()))
                .query(orEmpty(uri.getQuery()))
                .protocol(connection.getProtocol())
                .headers(new JettyHeaders(request.getHeaders()))
                .remoteAddress(remote == null ? UNKNOWN : remote)
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
