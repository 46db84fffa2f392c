package io.jetalyst.jetty.fcgi;

import io.jetalyst.jetty.fcgi.RequestReader.Event;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a web server. It reads the head of a request, and hands the request to Jetty. While content arrives, the handler reads it. In
 * all other times the connection reads itself, also during an answer, so that it notices at once when the web server aborts the request or
 * closes the connection.
 *
 * <p>All fields are guarded by this.
 */
public final class FcgiConnection extends InboundConnection {
    private final FcgiConnectionFactory factory;
    private final boolean trusted;
    private final Readable readable = new Readable(this);
    /** Whether the response is sent, and the connection only waits for the web server to close it. */
    private boolean closing;

    private boolean inputEnded;
    private volatile boolean aborted;

    FcgiConnection(
            FcgiConnectionFactory factory,
            Connector connector,
            HeadDeadline endPoint,
            HttpConfiguration configuration,
            boolean trusted,
            int maxConnections) {
        super(connector, endPoint, configuration, factory.getInputBufferSize(), maxConnections);
        this.factory = factory;
        this.trusted = trusted;
    }

    /** Whether the web server has ended the current request before it was answered. */
    public boolean isAborted() {
        return aborted;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        if (trusted) {
            tryFillInterested(readable);
        } else {
            factory.logClose(getEndPoint(), "the peer is none of server.trusted-proxies");
            getEndPoint().close();
        }
    }

    @Override
    public void onFillable() {
        Runnable task;
        synchronized (this) {
            if (isAnswering()) {
                return; // goes on when the answers are sent
            }
            try {
                task = closing ? discard() : receive();
            } catch (MalformedRecordException malformed) {
                task = abort(logged(malformed));
            }
        }
        if (task != null) {
            task.run();
        }
    }

    /**
     * Reads until a request has begun, or no bytes are left.
     *
     * @return the task that handles the request, or that ends another one; null if there is none
     */
    private @Nullable Runnable receive() throws MalformedRecordException {
        Runnable task = null;
        while (true) {
            Event event = inbound.read();
            switch (event) {
                case NONE -> {
                    if (canAnswer()) {
                        answer();
                        return null;
                    }
                    int count = task == null ? inbound.fill(stream() == null) : 0;
                    if (count < 0) {
                        return endInput();
                    }
                    if (count == 0) {
                        watch();
                        return task;
                    }
                }
                case HEAD -> {
                    FcgiRequest head = RequestParams.read(
                            inbound.reader().params(), getHttpConfiguration().getRequestHeaderSize());
                    request(head);
                    if (head.length() > 0 || head.refusal() != null) {
                        return begin(head, null);
                    }
                    task = head.isLengthUnknown() ? null : begin(head, null);
                }
                case CONTENT -> {
                    return begin(awaited().withContent(), inbound.content());
                }
                case CONTENT_END -> task = stream() == null ? begin(awaited().withoutContent(), null) : task;
                case ABORT -> {
                    return abort(new EofException("the web server aborts the request"));
                }
                default -> {
                    FcgiStream answered = stream();
                    if (answered == null || !answered.isEnded()) {
                        throw new MalformedRecordException("a request before the response to another");
                    }
                    return null; // goes on when the response is sent
                }
            }
        }
    }

    private Runnable begin(FcgiRequest head, Content.@Nullable Chunk first) {
        inbound.endHead();
        request(head);
        HttpChannel channel = new HttpChannel.DefaultFactory().newHttpChannel(this);
        RequestReader reader = inbound.reader();
        FcgiStream stream = new FcgiStream(this, channel, reader.id(), reader.keepsConnection(), head.length(), first);
        stream(stream);
        channel.setHttpStream(stream);
        Runnable handler = channel.onRequest(head.metaData());
        return () -> {
            if (head.refusal() != null) {
                run(channel.onFailure(head.refusal()));
            } else if (!aborted) {
                handler.run();
            }
        };
    }

    /** Calls {@link #onFillable} when bytes arrive. */
    private void watch() {
        if (inbound.hasRemaining()) {
            getExecutor().execute(this::onFillable);
        } else {
            inbound.release();
            tryFillInterested(readable);
        }
    }

    private @Nullable Runnable endInput() {
        FcgiStream answered = stream();
        inputEnded = true;
        return answered != null && answered.isEnded()
                ? null
                : abort(new EofException("the web server closed the connection"));
    }

    private EofException logged(MalformedRecordException malformed) {
        factory.logClose(getEndPoint(), "it sent " + malformed.getMessage());
        return new EofException(malformed);
    }

    /**
     * Ends the request, whose response the web server would not read.
     *
     * @return the task that closes the connection; null if it is closed
     */
    private @Nullable Runnable abort(EofException failure) {
        inbound.release();
        FcgiStream ended = stream();
        if (ended == null) {
            getEndPoint().close();
            return null;
        }
        aborted = true;
        ended.fail(failure);
        return () -> {
            getEndPoint().close();
            run(ended.channel().onFailure(failure));
        };
    }

    /** The stream whose handler reads the content that arrives; null if the connection reads. */
    synchronized @Nullable FcgiStream readingStream() {
        FcgiStream answered = stream();
        return inbound.reader().isContentArriving() && answered != null && answered.hasContent() ? answered : null;
    }

    /** Reads content for a handler. Null if none has arrived. */
    synchronized Content.@Nullable Chunk read(FcgiStream reading) {
        if (readingStream() != reading) {
            return null;
        }
        try {
            Event event = inbound.read();
            while (event == Event.NONE) {
                int count = inbound.fill(stream() == null);
                if (count <= 0) {
                    return count == 0 ? null : failed(new EofException("the web server closed the connection"));
                }
                event = inbound.read();
            }
            if (event == Event.CONTENT) {
                return inbound.content();
            }
            if (event == Event.CONTENT_END) {
                watch();
                return Content.Chunk.EOF;
            }
            return failed(new EofException("the web server aborts the request"));
        } catch (MalformedRecordException malformed) {
            return failed(logged(malformed));
        }
    }

    /** The failure of the handler's read, which ends the request unless it is answered already. */
    private Content.Chunk failed(EofException failure) {
        FcgiStream answered = stream();
        if (answered != null && answered.isEnded()) {
            inputEnded = true;
        } else {
            Runnable abort = abort(failure);
            if (abort != null) {
                getExecutor().execute(abort);
            }
        }
        return Content.Chunk.from(failure, true);
    }

    /** The handler wants to read, and no content has arrived. */
    void demand() {
        tryFillInterested(readable);
    }

    /** The response is sent. */
    synchronized void complete(FcgiStream completed) {
        RequestReader reader = inbound.reader();
        boolean whole = reader.isComplete();
        stream(null);
        reader.end();
        if (inputEnded || (completed.isLast() && whole)) {
            getEndPoint().close();
        } else if (completed.isLast()) {
            end();
        } else if (canAnswer()) {
            answer();
        } else {
            watch();
        }
    }

    /** The response cannot be sent, or its content has failed. */
    void fail(FcgiStream failed, Throwable failure) {
        synchronized (this) {
            stream(null);
            if (failed.isSent() && !inputEnded) { // only the request was not read
                end();
                return;
            }
            inbound.release();
        }
        failed.cut(failure);
    }

    /** Ends a connection whose last request has not arrived whole: the system would drop the response if the connection were closed. */
    private void end() {
        closing = true;
        inbound.beginHead();
        getEndPoint().shutdownOutput();
        watch();
    }

    private @Nullable Runnable discard() {
        if (inbound.discard()) {
            getEndPoint().close();
        } else {
            watch();
        }
        return null;
    }
}
