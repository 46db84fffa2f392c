package io.jetalyst.jetty;

import io.jetalyst.jetty.fcgi.HeadDeadline;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A connection of a client, as the listener has accepted it. It may carry HTTP itself, TLS or FastCGI. */
final class HttpEndPoint extends SocketChannelEndPoint implements Http1EndPoint, HeadDeadline {
    /** Changed only before the first request. */
    private @Nullable SocketAddress client;

    private boolean clientSecure;
    /** Bytes that were read with the header of the PROXY protocol, and follow it; returned by the next read. */
    private @Nullable ByteBuffer early;
    /** That of the decrypted bytes if the connection is encrypted. */
    private volatile Http1State http1;

    private volatile boolean encrypted;
    private final ConnectionLimit.Place place = new ConnectionLimit.Place();
    /** The bytes that were written. One thread at a time writes; another may read an older number. */
    private long sent;

    /** Created for the first response over HTTP/2: most connections have none. */
    private volatile PendingBytes.@Nullable Own pendingBytes;

    /** The time since when a handshake of TLS, a header of the PROXY protocol or a head of FastCGI is awaited; 0 for none. */
    private volatile long preambleSince;

    HttpEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
        this.client = super.getRemoteSocketAddress();
        this.http1 = new Http1State(this);
    }

    @Override
    public Http1State http1() {
        return http1;
    }

    @Override
    public HttpEndPoint transport() {
        return this;
    }

    /** The place of the connection among those that the limits allow. */
    ConnectionLimit.Place place() {
        return place;
    }

    /** The connection of a request; {@code null} if it does not belong to a listener. */
    static @Nullable HttpEndPoint of(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint() instanceof Http1EndPoint endPoint
                ? endPoint.transport()
                : null;
    }

    /** The number of bytes that were written to the connection. */
    long sent() {
        return sent;
    }

    /** The bytes of responses over HTTP/2 that are not written. */
    PendingBytes.Own pendingBytes() {
        PendingBytes.Own known = pendingBytes;
        return known == null ? newPendingBytes() : known;
    }

    private synchronized PendingBytes.Own newPendingBytes() {
        PendingBytes.Own known = pendingBytes;
        if (known == null) {
            known = new PendingBytes.Own();
            pendingBytes = known;
        }
        return known;
    }

    /** Whether bytes of responses wait for the client, and for nobody else. */
    boolean hasUnsentBytes() {
        PendingBytes.Own known = pendingBytes;
        return getWriteFlusher().isPending() || (known != null && known.unsent() > 0);
    }

    /** The connection carries TLS. */
    void encrypt(Http1State decrypted) {
        http1 = decrypted;
        encrypted = true;
    }

    /** A proxy has named the client, and sent more bytes with its header. */
    void identify(ProxyHeader header, ByteBuffer rest) {
        if (header.client() != null) {
            client = header.client();
        }
        clientSecure = header.isSecure();
        early = rest;
    }

    /** Whether a proxy in front says that the client uses TLS. */
    static boolean isClientSecure(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint() instanceof HttpEndPoint endPoint
                && endPoint.clientSecure;
    }

    @Override
    public SocketChannel channel() {
        return getChannel();
    }

    /** The client has to send something before its first request, in the time that it has for the head of a request. */
    @Override
    public void beginPreamble() {
        preambleSince = System.nanoTime() | 1;
    }

    @Override
    public void endPreamble() {
        if (place.beyond() == null) {
            preambleSince = 0;
        }
    }

    /** Whether a handshake of TLS, a header of the PROXY protocol or the head of a request of FastCGI is awaited. */
    boolean isPreambleArriving() {
        return preambleSince != 0;
    }

    boolean isPreambleLate(long timeoutNanos) {
        long since = preambleSince;
        return since != 0 && System.nanoTime() - since > timeoutNanos;
    }

    /** Kept, because a closed channel has none. */
    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return client;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        ByteBuffer first = early;
        if (first == null) {
            return super.fill(buffer);
        }
        int count = BufferUtil.append(buffer, first);
        if (!first.hasRemaining()) {
            early = null;
        }
        return count;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        return encrypted ? read(buffer) : http1.fill(buffer);
    }

    /** Writes one buffer if it can: to gather several costs the JDK and the system more than to copy a short body. */
    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        if (buffers.length > 1 && !(buffers.length == 2 && http1.isExchanging() && append(buffers[1], buffers[0]))) {
            long before = BufferUtil.remaining(buffers);
            boolean all = super.flush(buffers);
            sent += before - BufferUtil.remaining(buffers);
            return all;
        }
        int count;
        try {
            count = getChannel().write(buffers[0]);
        } catch (IOException e) {
            throw new EofException(e);
        }
        if (count > 0) {
            sent += count;
            notIdle();
        }
        return !buffers[0].hasRemaining();
    }

    /** Moves a body behind its head, if it fits into the head's buffer. Jetty has that buffer to itself until the response is written. */
    private static boolean append(ByteBuffer body, ByteBuffer head) {
        int end = head.limit();
        int length = body.remaining();
        if (head.capacity() - end < length || !head.isDirect() || head.isReadOnly()) {
            return false;
        }
        head.limit(end + length).put(end, body, body.position(), length);
        body.position(body.limit());
        return true;
    }

    @Override
    public void upgrade(Connection connection) {
        if (!encrypted && !(getConnection() instanceof ProxyHeaderConnection)) {
            http1.upgrade();
        }
        super.upgrade(connection);
    }
}
