package io.jetalyst.jetty.fcgi;

import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A request and its response on a connection of FastCGI. */
final class FcgiStream implements HttpStream {
    private final FcgiConnection connection;
    private final HttpChannel channel;
    private final int id;
    /** The announced length of the content; -1 if it is unknown. */
    private final long length;

    /** The next content; kept once it is the last. Guarded by the connection, as the next field. */
    private Content.@Nullable Chunk chunk;

    private long received;
    private volatile boolean committed;
    private volatile boolean last;
    private volatile boolean ended;
    private volatile boolean sent;

    /** @param first content that is read already */
    FcgiStream(
            FcgiConnection connection,
            HttpChannel channel,
            int id,
            boolean keepsConnection,
            long length,
            Content.@Nullable Chunk first) {
        this.connection = connection;
        this.channel = channel;
        this.id = id;
        this.length = length;
        this.last = !keepsConnection;
        this.chunk = length == 0 ? Content.Chunk.EOF : first;
        this.received = first == null ? 0 : first.remaining();
    }

    HttpChannel channel() {
        return channel;
    }

    /** Whether the handler reads content. */
    boolean hasContent() {
        return length != 0;
    }

    /** Whether the connection ends with this request. */
    boolean isLast() {
        return last;
    }

    /** Whether the end of the response is written, or being written. */
    boolean isEnded() {
        return ended;
    }

    /** Whether the whole response is written. */
    boolean isSent() {
        return sent;
    }

    /** No content follows, because the web server has ended the request. */
    void fail(Throwable failure) {
        if (chunk != null && !chunk.isLast()) {
            chunk.release();
        }
        chunk = Content.Chunk.from(failure, true);
    }

    @Override
    public String getId() {
        return String.valueOf(id);
    }

    @Override
    public Content.@Nullable Chunk read() {
        synchronized (connection) {
            Content.Chunk next = chunk == null ? receive() : chunk;
            chunk = Content.Chunk.next(next);
            return next;
        }
    }

    private Content.@Nullable Chunk receive() {
        Content.Chunk next = connection.read(this);
        if (next == null || Content.Chunk.isFailure(next)) {
            return next;
        }
        received += next.remaining();
        if (length >= 0 && (next.isLast() ? received < length : received > length)) {
            next.release();
            last = true;
            return Content.Chunk.from(
                    new HttpException.RuntimeException(
                            HttpStatus.BAD_REQUEST_400, "content of another length than CONTENT_LENGTH"),
                    true);
        }
        return next;
    }

    @Override
    public void demand() {
        boolean arrived;
        synchronized (connection) {
            if (chunk == null) {
                chunk = receive();
            }
            arrived = chunk != null;
            if (!arrived) {
                connection.demand();
            }
        }
        if (arrived) {
            notifyReadable();
        }
    }

    void notifyReadable() {
        Runnable task = channel.onContentAvailable();
        if (task != null) {
            task.run();
        }
    }

    @Override
    public void prepareResponse(HttpFields.Mutable headers) {
        // The web server adds what the connection to the client needs.
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.@Nullable Response response,
            boolean isEnd,
            @Nullable ByteBuffer content,
            Callback callback) {
        ResponseRecords records = new ResponseRecords(id);
        if (response != null) {
            if (HttpStatus.isInterim(response.getStatus())) {
                callback.succeeded(); // a response of CGI has one head
                return;
            }
            committed = true;
            last |= response.getHttpFields().contains(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
            records.addHead(response);
        }
        if (content != null && !HttpMethod.HEAD.is(request.getMethod())) {
            records.addContent(content);
        }
        if (isEnd) {
            records.addEnd();
            ended = true; // the web server may send the next request before this write completes
        }
        write(records.buffers(), isEnd, callback);
    }

    private void write(ByteBuffer[] buffers, boolean isEnd, Callback callback) {
        if (buffers.length == 0) {
            callback.succeeded();
            return;
        }
        Callback completion = isEnd
                ? Callback.from(
                        callback.getInvocationType(),
                        () -> {
                            sent = true;
                            callback.succeeded();
                        },
                        callback::failed)
                : callback;
        connection.getEndPoint().write(completion, buffers);
    }

    /**
     * Ends the connection without the end of the response. nginx takes a connection that is closed for the end of content whose length is
     * unknown, but not a malformed record, such as one of version 0.
     */
    void cut(Throwable failure) {
        Runnable close = () -> connection.getEndPoint().close(failure);
        if (!committed || connection.isAborted()) {
            close.run();
            return;
        }
        try {
            connection.getEndPoint().write(Callback.from(close), ByteBuffer.allocate(RecordType.HEADER_BYTES));
        } catch (WritePendingException pending) {
            close.run();
        }
    }

    /** The rest of the response could not follow, so the connection ends, which fails the callback of a pending write. */
    @Override
    public Runnable cancelSend(Throwable cause, Callback callback) {
        return () -> {
            connection.getEndPoint().close(cause);
            callback.failed(cause);
        };
    }

    @Override
    public long getIdleTimeout() {
        return connection.getEndPoint().getIdleTimeout();
    }

    @Override
    public void setIdleTimeout(long millis) {
        connection.getEndPoint().setIdleTimeout(millis);
    }

    @Override
    public boolean isCommitted() {
        return committed;
    }

    @Override
    public @Nullable Throwable consumeAvailable() {
        Throwable unread = HttpStream.consumeAvailable(
                this, channel.getConnectionMetaData().getHttpConfiguration());
        if (unread != null) {
            synchronized (connection) {
                fail(unread);
            }
        }
        return unread;
    }

    @Override
    public void succeeded() {
        channel.recycle();
        connection.complete(this);
    }

    @Override
    public void failed(Throwable failure) {
        connection.fail(this, failure);
    }
}
