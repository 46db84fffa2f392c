package io.jetalyst.jetty;

import io.jetalyst.engine.ExchangeResult;
import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Requests of Jetty as the runtime sees them. */
final class Requests {
    private static final SocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    private Requests() {}

    static Request of(org.eclipse.jetty.server.Request request) {
        return of(request, new JettyHeaders(request.getHeaders()));
    }

    /** A request that Jetty could not parse. Jetty has discarded its fields; those that decide the form of the response are read again. */
    static Request unparsed(org.eclipse.jetty.server.Request request) {
        Http1State http1 = request.getHeaders().size() == 0 ? Http1State.of(request) : null;
        List<String> accepts = http1 == null ? List.of() : http1.acceptFields();
        return accepts.isEmpty() ? of(request) : of(request, Headers.of(Map.of("Accept", accepts)));
    }

    /** @param watch {@code null} if nothing watches the exchange, which then has not been aborted */
    static ExchangeResult result(
            org.eclipse.jetty.server.Request request, Response response, @Nullable AbortWatch watch) {
        return new ExchangeResult(
                response.isCommitted() ? response.getStatus() : 0,
                org.eclipse.jetty.server.Request.getContentBytesRead(request),
                Response.getContentBytesWritten(response),
                watch == null ? null : watch.reason());
    }

    private static Request of(org.eclipse.jetty.server.Request request, Headers headers) {
        HttpURI uri =
                request.getHttpURI(); // null, as well as its parts and the method, if the request line could not be
        // parsed
        ConnectionMetaData connection = request.getConnectionMetaData();
        SocketAddress remote = connection.getRemoteSocketAddress();
        return Request.builder(request.getMethod(), orEmpty(uri.getCanonicalPath()))
                .scheme(HttpEndPoint.isClientSecure(request) ? "https" : orEmpty(uri.getScheme()))
                .authority(Authority.of(request))
                .query(orEmpty(uri.getQuery()))
                .protocol(connection.getProtocol())
                .headers(headers)
                .remoteAddress(remote == null ? UNKNOWN : remote)
                .clientCertificates(clientCertificates(connection))
                .build();
    }

    private static List<X509Certificate> clientCertificates(ConnectionMetaData connection) {
        EndPoint.SslSessionData session =
                connection.getConnection().getEndPoint().getSslSessionData();
        return session == null || session.peerCertificates() == null ? List.of() : List.of(session.peerCertificates());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
