package io.jetalyst.internal.session;

import static java.util.Objects.requireNonNull;

import io.jetalyst.codec.Codecs;
import io.jetalyst.http.Request;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.outbox.OfferResult;
import io.jetalyst.internal.outbox.Outbound;
import io.jetalyst.internal.protocol.CloseCodes;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.topic.Subscriber;
import io.jetalyst.internal.topic.Subscriptions;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.MessageStream;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A session as applications and topics see it; its {@link Connection} sends. */
final class Session implements WebSocketSession, Subscriber {
    private static final int MAX_CONTROL_BYTES = 125;

    private final String id;
    private final Request request;
    private final Optional<String> subprotocol;
    private final Codecs codecs;
    private final Connection connection;
    private final Subscriptions subscriptions = new Subscriptions(this);

    Session(String id, Request request, Optional<String> subprotocol, Codecs codecs, Connection connection) {
        this.id = id;
        this.request = request;
        this.subprotocol = subprotocol;
        this.codecs = codecs;
        this.connection = connection;
    }

    @Override
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public int maxSubscriptions() {
        return connection.limits().subscriptions();
    }

    @Override
    public OfferResult offer(Outbound.Frame frame) {
        return connection.writer().offer(frame);
    }

    @Override
    public boolean acceptsReplay() {
        return connection.outbox().acceptsReplay();
    }

    @Override
    public void replay(byte[] message, boolean unlimited) {
        connection.writer().replay(message, unlimited);
    }

    @Override
    public void flush() {
        connection.writer().flush();
    }

    @Override
    public boolean isTooSlow() {
        return connection.writer().isTooSlow();
    }

    @Override
    public void awaitWriter(long deadline) {
        connection.awaitWriter(deadline);
    }

    @Override
    public void execute(Runnable task) {
        connection.wire().execute(task);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Optional<String> subprotocol() {
        return subprotocol;
    }

    @Override
    public Optional<Identity> identity() {
        return connection.identity().identity();
    }

    @Override
    public void renew(Identity identity) {
        connection.identity().renew(identity);
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public long queuedBytes() {
        return connection.writer().queuedBytes();
    }

    @Override
    public CompletionStage<Void> send(String text) {
        return send(Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public CompletionStage<Void> send(ByteBuffer bytes) {
        return send(Opcode.BINARY, bytes.slice());
    }

    @Override
    public CompletionStage<Void> sendJson(Object value) {
        return send(Opcode.TEXT, ByteBuffer.wrap(codecs.jsonWriterFor(value).write(value)));
    }

    @Override
    public MessageStream<String> streamText() {
        return new FragmentStream<>(connection, Opcode.TEXT, new FragmentStream.Text());
    }

    @Override
    public MessageStream<ByteBuffer> streamBinary() {
        return new FragmentStream<>(connection, Opcode.BINARY, new FragmentStream.Binary());
    }

    @Override
    public CompletionStage<Void> ping(ByteBuffer payload) {
        if (payload.remaining() > MAX_CONTROL_BYTES) {
            throw new IllegalArgumentException(
                    "a ping carries 125 bytes at most (RFC 6455 section 5.5), not " + payload.remaining());
        }
        return send(Opcode.PING, payload.slice());
    }

    @Override
    public CompletionStage<Void> close() {
        return close(CloseStatus.NORMAL, "");
    }

    @Override
    public CompletionStage<Void> close(int code, String reason) {
        CloseCodes.check(code);
        connection.close(new CloseStatus(code, CloseCodes.fit(requireNonNull(reason)), CloseStatus.Cause.SERVER), null);
        return connection.end().closed();
    }

    private CompletionStage<Void> send(int opcode, ByteBuffer payload) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        connection.writer().send(Outbound.Frame.whole(opcode, payload, done));
        return done;
    }

    @Override
    public String toString() {
        return "WebSocket session " + id + " on " + LogText.of(request.path()) + " (request " + request.id() + ")";
    }
}
