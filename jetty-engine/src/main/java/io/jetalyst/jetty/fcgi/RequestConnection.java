package io.jetalyst.jetty.fcgi;

import io.jetalyst.jetty.fcgi.FcgiRequest.Client;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractMetaDataConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.StringUtil;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;

/** The connection of the client of the current request, as the web server describes it. There is one request at a time. */
abstract class RequestConnection extends AbstractMetaDataConnection {
    private final Attributes attributes = new Attributes.Lazy();
    private final String connectionId = StringUtil.randomAlphaNumeric(16);
    /** The request that is being answered, or the last one, or one whose content is awaited. */
    private volatile @Nullable FcgiRequest request;
    /** Null if no request is being answered. */
    private volatile @Nullable FcgiStream stream;

    RequestConnection(Connector connector, EndPoint endPoint, HttpConfiguration configuration) {
        super(connector, configuration, endPoint);
    }

    final @Nullable FcgiRequest request() {
        return request;
    }

    final void request(FcgiRequest current) {
        request = current;
    }

    final @Nullable FcgiStream stream() {
        return stream;
    }

    final void stream(@Nullable FcgiStream current) {
        stream = current;
    }

    /** The request of an unknown length, which begins when the first content or its end arrives. */
    final FcgiRequest awaited() throws MalformedRecordException {
        FcgiRequest head = request;
        if (head == null || !head.isLengthUnknown() || stream != null) {
            throw new MalformedRecordException("content of a request that has none");
        }
        return head;
    }

    private Client client() {
        FcgiRequest current = request;
        return current == null ? Client.UNKNOWN : current.client();
    }

    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
        FcgiStream answered = stream;
        if (answered == null) {
            return true;
        }
        HttpChannel.IdleTimeoutTask task = answered.channel().onIdleTimeout(timeout);
        if (task.handlingRequest()) {
            ThreadPool.executeImmediately(getExecutor(), task.action());
        }
        return !task.handlingRequest();
    }

    @Override
    public void close() {
        FcgiStream answered = stream;
        try {
            Runnable task = answered == null ? null : answered.channel().onClose();
            if (task != null) {
                task.run();
            }
        } finally {
            super.close();
        }
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return client().remote();
    }

    @Override
    public boolean isSecure() {
        return client().secure();
    }

    /** That of the client, and not that of the web server. */
    @Override
    public String getProtocol() {
        return client().protocol();
    }

    @Override
    public HttpVersion getHttpVersion() {
        return HttpVersion.HTTP_1_1;
    }

    @Override
    public String getId() {
        return connectionId;
    }

    @Override
    public boolean isPersistent() {
        return true;
    }

    @Override
    public @Nullable Object removeAttribute(String name) {
        return attributes.removeAttribute(name);
    }

    @Override
    public @Nullable Object setAttribute(String name, Object attribute) {
        return attributes.setAttribute(name, attribute);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNameSet() {
        return attributes.getAttributeNameSet();
    }

    @Override
    public void clearAttributes() {
        attributes.clearAttributes();
    }
}
