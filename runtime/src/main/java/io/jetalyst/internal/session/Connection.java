package io.jetalyst.internal.session;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import io.jetalyst.internal.inbox.CloseException;
import io.jetalyst.internal.inbox.InboundRateLimiter;
import io.jetalyst.internal.inbox.Listeners;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.outbox.Deflation;
import io.jetalyst.internal.outbox.Outbox;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.ProtocolException;
import io.jetalyst.observe.ClosedSocket.Traffic;
import io.jetalyst.security.Identity;
import io.jetalyst.security.TokenAuthenticator;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.support.Causes;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One socket from its opening to its end: the {@link SessionReader} receives, the {@link SessionWriter} sends, {@link KeepAlive} watches
 * the time. All of them close the socket through {@link Lifecycle}, once.
 */
public final class Connection {
    private final SocketWire wire;
    private final Endpoint endpoint;
    private final SessionHost host;
    private final SessionServices services;
    private final Session session;
    private final Outbox outbox;
    private final SessionWriter writer;
    private final Lifecycle life = new Lifecycle();
    private final SessionIdentity identity;
    /** The listeners of the endpoint, or those of the {@link TokenGate} until the client has sent its token. */
    private volatile Listeners listeners;

    private final KeepAlive keepAlive;
    private final SessionReader reader;
    private final ConnectionEnd end;
    private final CloseHandshake handshake = new CloseHandshake();
    /** Counted by the thread that reads. */
    private long receivedBytes;
    /** The bytes of the last call that were not handled. They come again with the next one, and are counted already. */
    private int unread;

    Connection(SocketWire wire, Request request, Endpoint endpoint, SessionHost host, SessionServices services) {
        this.wire = wire;
        this.endpoint = endpoint;
        this.host = host;
        this.services = services;
        this.session = new Session(host.nextId(), request, endpoint.subprotocol(), services.codecs(), this);
        Deflation deflation = endpoint.compression()
                .map(agreement -> new Deflation(services.zlib(), agreement))
                .orElse(null);
        this.writer = new SessionWriter(this, services.stages());
        TokenAuthenticator firstMessage = endpoint.firstMessage();
        this.identity = new SessionIdentity(endpoint.identity(), endpoint.allowed(), firstMessage != null, now());
        this.listeners = firstMessage == null ? endpoint.listeners() : new TokenGate(this, firstMessage).listeners();
        this.outbox = new Outbox(wire, endpoint.limits().queue(), endpoint.nonBlocking(), deflation, host::now, writer);
        InboundRateLimiter limiter = new InboundRateLimiter(endpoint.limits().inbound(), now());
        this.keepAlive = new KeepAlive(this, limiter, now());
        this.reader = new SessionReader(this, limiter, deflation, services.incompleteMessages());
        this.end = new ConnectionEnd(this, services.stages());
    }

    void open() {
        life.enter();
        host.opened(this);
        BackPressure.Turn turn = beginNonBlocking();
        try {
            listeners().fireOpen(session);
        } catch (Throwable e) {
            onListenerFailure(e);
        }
        if (turn != null) {
            turn.end(wire::execute);
        }
        leaveListener();
        keepAlive.startIdleTimer(now());
    }

    /** The client has sent its token: calls {@code onOpen}. A listener is active. */
    void identified(Identity client) throws Exception {
        identity.set(client);
        listeners = endpoint.listeners();
        listeners.fireOpen(session);
    }

    boolean received(ByteBuffer bytes) {
        receivedBytes += bytes.remaining() - unread; // before a listener is called, which may be the last one
        boolean readOn = reader.received(bytes);
        unread = bytes.remaining();
        return readOn;
    }

    void peek(ByteBuffer bytes) {
        reader.peek(bytes);
    }

    void leaveListener() {
        if (life.leave()) {
            end.notifyClosed();
        }
    }

    /** A listener threw, or its stage failed. */
    void onListenerFailure(Throwable failure) {
        CloseStatus status = ListenerFailures.log(session, life.isOpen(), failure);
        if (status != null) {
            close(status, status == CloseStatuses.NO_TOPIC ? Causes.unwrap(failure) : failure);
        }
    }

    /** The client's close frame was received: answers it, behind what is queued unless the network does not accept that. */
    void onCloseFrame(CloseFrame close) {
        CloseHandshake.Action action = handshake.received();
        if (life.close(new CloseStatus(close.code(), close.reason(), Cause.CLIENT), null, now())) {
            sendClose(close, outbox.stalledNanos(now()) > 0);
        } else {
            perform(action);
        }
    }

    /** The client violated the protocol. */
    void onProtocolError(ProtocolException e) {
        perform(handshake.failed());
        Cause cause = e.code() == CloseStatus.TOO_BIG ? Cause.TOO_BIG : Cause.PROTOCOL;
        close(new CloseStatus(e.code(), e.reason(), cause), null);
    }

    /** Closes the session because of a message. After invalid data the connection ends without the client's close frame, too. */
    void onViolation(CloseException e) {
        if (e.status().cause() == Cause.PROTOCOL || e.status().cause() == Cause.TOO_BIG) {
            perform(handshake.failed());
        }
        close(e.status(), null);
    }

    /** The network has failed; {@link ConnectionEnd#onDisconnect} follows. Stages that fail for that reason are not the application's fault. */
    void onWriteFailure(Throwable failure) {
        life.close(CloseStatuses.DISCONNECTED, failure, now());
    }

    void onCloseSent() {
        perform(handshake.sent());
    }

    private void perform(CloseHandshake.Action action) {
        if (action == CloseHandshake.Action.CLOSE) {
            wire.close();
        } else if (action == CloseHandshake.Action.SHUTDOWN_OUTPUT) {
            wire.shutdownOutput();
            tickLater(closeTimeout());
        }
    }

    /** For how many nanoseconds the client may leave the connection open after our close frame. */
    long closeTimeout() {
        return handshake.timeout(limits().times().closeTimeout()).toNanos();
    }

    /** Closes the session with a close frame of ours: behind all queued frames, or in their place if the client does not read. */
    public void close(CloseStatus status, @Nullable Throwable error) {
        if (!life.close(status, error, now())) {
            return;
        }
        boolean atOnce = status.cause() == Cause.SLOW_CLIENT || status.cause() == Cause.IDLE;
        sendClose(new CloseFrame(status.code(), status.reason()), atOnce);
        reader.resumeAfterStage();
    }

    private void sendClose(CloseFrame close, boolean atOnce) {
        session.subscriptions().end();
        (atOnce ? outbox.closeAtOnce(close) : outbox.close(close)).forEach(writer::failFrame);
        outbox.flush();
    }

    /** The grace period of the shutdown is over: as {@link ConnectionEnd#abandonStage}, and interrupts a listener that has not returned. */
    public void forceClose() {
        end.abandonStage();
        life.interrupt();
    }

    /** The session has ended, and {@code onClose} has returned. */
    void notifyHost() {
        host.closed(this);
    }

    public void tick(Executor executor) {
        keepAlive.tick(executor, now());
    }

    /** Checks all timeouts once more, after a delay in nanoseconds. */
    void tickLater(long nanos) {
        host.tickLater(this, nanos);
    }

    /** Leaves all topics at shutdown, without notifying their members. */
    public void leaveTopicsSilently() {
        session.subscriptions().endSilently();
    }

    /** A listener is about to be called; {@code null} if the listeners of this endpoint may block. */
    BackPressure.@Nullable Turn beginNonBlocking() {
        return endpoint.nonBlocking() ? services.backPressure().begin() : null;
    }

    void awaitWriter(long deadline) {
        services.backPressure().await(outbox, deadline);
    }

    /** The status that the session closes with, and has closed with at the end. */
    public CloseStatus status() {
        return life.status();
    }

    /** The messages and bytes so far. */
    public Traffic traffic() {
        return outbox.traffic(writer.messages(), reader.messages(), receivedBytes);
    }

    boolean isOpen() {
        return life.isOpen();
    }

    long now() {
        return host.now();
    }

    SocketWire wire() {
        return wire;
    }

    SocketLimits limits() {
        return endpoint.limits();
    }

    Listeners listeners() {
        return listeners;
    }

    SessionIdentity identity() {
        return identity;
    }

    Session session() {
        return session;
    }

    Lifecycle life() {
        return life;
    }

    public Outbox outbox() {
        return outbox;
    }

    SessionWriter writer() {
        return writer;
    }

    SessionReader reader() {
        return reader;
    }

    ConnectionEnd end() {
        return end;
    }

    KeepAlive keepAlive() {
        return keepAlive;
    }
}
