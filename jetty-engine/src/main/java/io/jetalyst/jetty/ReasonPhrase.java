package io.jetalyst.jetty;

import io.jetalyst.http.Status;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Sends the reason phrase of our status where Jetty has another one: RFC 9110 has renamed some, and problem documents have the new names. */
final class ReasonPhrase extends HttpStream.Wrapper {
    private final Status status;

    private ReasonPhrase(HttpStream stream, Status status) {
        super(stream);
        this.status = status;
    }

    /** Sets the reason phrase of the response to this request. HTTP/2 has none. */
    static void set(Request request, Status status) {
        if (!status.reason().equals(HttpStatus.getMessage(status.code()))
                && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2) {
            request.addHttpStreamWrapper(stream -> new ReasonPhrase(stream, status));
        }
    }

    @Override
    public void send(
            MetaData.Request request, MetaData.Response response, boolean last, ByteBuffer content, Callback callback) {
        super.send(request, hasStatus(response) ? named(response) : response, last, content, callback);
    }

    /** Jetty sends another status if it fails, and a 100 before. */
    private boolean hasStatus(MetaData.Response response) {
        return response != null && response.getStatus() == status.code();
    }

    private MetaData.Response named(MetaData.Response response) {
        return new MetaData.Response(
                status.code(),
                status.reason(),
                response.getHttpVersion(),
                response.getHttpFields(),
                response.getContentLength(),
                response.getTrailersSupplier());
    }
}
