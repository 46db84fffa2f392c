package io.jetalyst.jetty;

import io.jetalyst.jetty.fcgi.FcgiConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The state of a connection while it carries HTTP/1: since when a request head is arriving, and how its first line was spelled. Jetty's
 * parser accepts more than RFC 9112 §3 allows, and does not keep it.
 */
final class Http1State {
    private static final int NONE = -1;

    private final Http1EndPoint endPoint;
    private final ConnectionPhase phase = new ConnectionPhase();
    private final RequestHead head = new RequestHead();
    /** Written before the phase says that a part of a head has arrived, and read after it does. */
    private long headSince;
    /**
     * Jetty's buffer, if bytes may remain there when the exchange ends: those of the next request. Null if Jetty may have given the buffer back
     * to its pool, which it does only after all bytes are read: before it calls the handler, or after {@link #fill} has found no bytes.
     */
    private @Nullable ByteBuffer received;
    /** The byte that {@link #probe} has read, until {@link #fill} returns it. */
    private volatile int probed = NONE;

    private volatile @Nullable Watch watch;

    Http1State(Http1EndPoint endPoint) {
        this.endPoint = endPoint;
    }

    /** The state of the connection of an HTTP/1 request; null for a stream of HTTP/2, and for a request of FastCGI. */
    static @Nullable Http1State of(Request request) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        return connection.getHttpVersion() != HttpVersion.HTTP_2
                        && !(connection instanceof FcgiConnection)
                        && connection.getConnection().getEndPoint() instanceof Http1EndPoint endPoint
                ? endPoint.http1()
                : null;
    }

    /** The protocol that the connection carries. */
    @Nullable
    Connection connection() {
        return endPoint.getConnection();
    }

    /** The connection of the client. */
    SocketChannel channel() {
        return endPoint.channel();
    }

    /** Reads from the connection, and looks at the bytes of heads. */
    int fill(ByteBuffer buffer) throws IOException {
        int count = fillAfterProbe(buffer);
        if (count <= 0) {
            received = null;
            return count;
        }
        keep(readHead(buffer, buffer.limit() - count) ? buffer : null);
        return count;
    }

    /**
     * Reads the bytes that have arrived, if they belong to a head.
     *
     * @return whether bytes may remain behind it
     */
    private boolean readHead(ByteBuffer buffer, int from) {
        if (phase.isIdle()) {
            head.begin();
            boolean mayRemain = head.read(buffer, from);
            if (!head.isComplete()) {
                headSince = System.nanoTime(); // the rest of it has to follow in time
            }
            phase.headArrived(head.isComplete());
            return mayRemain;
        }
        return phase.isHeadPartial() ? head.read(buffer, from) : phase.isExchange();
    }

    private void keep(@Nullable ByteBuffer buffer) {
        if (received != buffer) { // a store of a reference costs the garbage collector a fence
            received = buffer;
        }
    }

    private int fillAfterProbe(ByteBuffer buffer) throws IOException {
        int first = probed;
        if (first == NONE) {
            return endPoint.read(buffer);
        }
        probed = NONE;
        BufferUtil.append(buffer, (byte) first);
        return 1 + Math.max(0, endPoint.read(buffer)); // at the end of the input, the next call returns -1
    }

    /** The connection carries another protocol from now on. */
    void upgrade() {
        phase.upgrade();
    }

    /** @return {@code false} if the head has expired, so that the request is not to be answered any more */
    boolean beginExchange() {
        head.end();
        return phase.beginExchange();
    }

    /**
     * Waits for a {@link #probe} that is running, so that the connection reads alone from then on. The time of the next head begins if a part
     * of it has arrived, as when the client pipelines requests (RFC 9112 §9.3.2).
     */
    void endExchange() {
        endWatch();
        ByteBuffer rest = received;
        keep(null);
        boolean hasRest = rest != null && rest.hasRemaining();
        if (phase.isExchange() && (hasRest || probed != NONE)) {
            headSince = System.nanoTime();
            head.begin();
            keep(hasRest && head.read(rest, rest.position()) ? rest : null);
            phase.headArrived(head.isComplete());
        } else {
            phase.endExchange();
        }
    }

    /** Does the same when the response could not be sent: Jetty ends the connection, and reads no other request. */
    void abandonExchange() {
        endWatch();
        keep(null);
        phase.endExchange();
    }

    private void endWatch() {
        if (watch != null) { // most exchanges are not watched, and need not lock
            synchronized (this) {
                watch = null;
            }
        }
    }

    /** Whether a part of a request head has arrived, and not the rest of it. */
    boolean isRequestArriving() {
        return phase.isArriving();
    }

    /** Whether a request is being answered. */
    boolean isExchanging() {
        return phase.isExchange();
    }

    /**
     * Notifies the listener if the client ends the connection during this exchange. Does nothing if another thread has ended the exchange: the
     * connection may carry the next request already.
     */
    synchronized void watch(JettyExchange exchange, Consumer<Throwable> listener) {
        if (exchange.hasEnded()) {
            return;
        }
        Watch before = watch;
        watch = new Watch(
                exchange,
                before != null && before.exchange() == exchange
                        ? before.listener().andThen(listener)
                        : listener);
    }

    private record Watch(JettyExchange exchange, Consumer<Throwable> listener) {
        /** An exchange that ends in this moment has not seen the watch, so it did not wait for the probe. */
        boolean allowsProbe() {
            return !exchange.hasEnded() && exchange.isBodyRead();
        }
    }

    /** Over HTTP/1, nobody reads while a request is being answered, so an end of the connection would be seen only afterwards. */
    void probe() {
        Watch watched = watch;
        if (watched != null && isEnded(watched)) {
            watched.listener().accept(new EofException("the client ended the connection"));
        }
    }

    private synchronized boolean isEnded(Watch watched) {
        if (watch != watched || probed != NONE || !phase.isExchange() || !watched.allowsProbe()) {
            return false;
        }
        ByteBuffer next = BufferUtil.allocate(1);
        int count;
        try {
            count = endPoint.read(next);
        } catch (IOException broken) {
            count = -1;
        }
        if (count > 0) {
            probed = next.get() & 0xff; // the first byte of the next request; more follow, and wake the connection
        }
        if (count != 0) {
            watch = null; // ended; or alive, with another request in the pipeline
        }
        return count < 0;
    }

    /** Whether the first line of the request is spelled as RFC 9112 §3 demands, as far as it was seen. */
    boolean isRequestLineValid() {
        return head.isLineValid();
    }

    /** The Accept fields of the request that is arriving, also if Jetty could not parse it. */
    List<String> acceptFields() {
        return head.acceptFields();
    }

    /** Whether the request that is arriving is a HEAD, also if Jetty could not parse it. */
    boolean isHead() {
        return head.isMethodHead();
    }

    /** Returns whether the request head has not arrived in time, at the first call that sees it; the next one closes the connection. */
    boolean expireHead(long timeoutNanos) {
        if (phase.isExpired()) {
            endPoint.close(); // the client has had the time until now to read the response
            return false;
        }
        return phase.isHeadPartial() && System.nanoTime() - headSince > timeoutNanos && phase.expire();
    }

    /** Sends the response to a request that is not complete, and ends the connection. */
    void end(ByteBuffer response) {
        endPoint.write(Callback.from(endPoint::shutdownOutput, failure -> endPoint.close()), response);
    }
}
