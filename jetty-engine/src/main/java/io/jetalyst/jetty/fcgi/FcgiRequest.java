package io.jetalyst.jetty.fcgi;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request as the client has sent it to the web server.
 *
 * @param length the number of bytes of the content; -1 if it is unknown
 * @param client the connection of the client to the web server
 * @param refusal why the request is not served; null if it is
 */
record FcgiRequest(
        String method,
        HttpURI uri,
        HttpFields fields,
        long length,
        Client client,
        HttpException.@Nullable RuntimeException refusal) {
    private static final HttpURI NO_URI =
            HttpURI.build("/").scheme("http").authority("localhost", 0).asImmutable();

    /**
     * The connection of a client to the web server.
     *
     * @param remote the address of the client
     * @param secure whether the client uses TLS
     * @param protocol such as {@code HTTP/2.0}
     */
    record Client(SocketAddress remote, boolean secure, String protocol) {
        static final Client UNKNOWN =
                new Client(InetSocketAddress.createUnresolved("unknown", 0), false, HttpVersion.HTTP_1_1.asString());
    }

    /** A request that is not served. */
    static FcgiRequest refused(HttpException.RuntimeException refusal) {
        return new FcgiRequest("GET", NO_URI, HttpFields.EMPTY, 0, Client.UNKNOWN, refusal);
    }

    boolean isLengthUnknown() {
        return length < 0;
    }

    /** The request of an unknown length, without content. */
    FcgiRequest withoutContent() {
        return new FcgiRequest(method, uri, fields, 0, client, refusal);
    }

    /** The request of an unknown length, with content, in the way in which HTTP/1.1 announces it (RFC 9112 §6.3). */
    FcgiRequest withContent() {
        HttpFields chunked = HttpFields.build(fields)
                .add(new HttpField(HttpHeader.TRANSFER_ENCODING, HttpHeaderValue.CHUNKED.asString()));
        return new FcgiRequest(method, uri, chunked, -1, client, refusal);
    }

    MetaData.Request metaData() {
        return new MetaData.Request(System.nanoTime(), method, uri, HttpVersion.HTTP_1_1, fields, length);
    }
}
