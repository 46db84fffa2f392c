package io.jetalyst.internal.socket;

import static java.util.Objects.requireNonNull;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.internal.protocol.AcceptKey;
import io.jetalyst.internal.protocol.DeflateAgreement;
import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A handshake that can be taken: collects the endpoint's listeners, each once, between {@link #isRequested} and {@link #seal}. */
public final class OfferedHandshake implements WebSocketHandshake {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private final Request request;
    private final Optional<String> subprotocol;
    private final SocketLimits limits;
    private final SocketOptions options;
    private final Sockets sockets;
    private boolean accepted;
    private boolean sealed;
    private @Nullable OpenListener open;
    private @Nullable String textName;
    private Listeners.@Nullable Whole text;
    private @Nullable PartialMessageListener<String> partialText;
    private @Nullable MessageListener<MalformedMessage> malformed;
    private @Nullable String binaryName;
    private Listeners.@Nullable Whole binary;
    private @Nullable PartialMessageListener<ByteBuffer> partialBinary;
    private @Nullable MessageListener<ByteBuffer> pong;
    private @Nullable ErrorListener error;
    private @Nullable CloseListener close;

    OfferedHandshake(Request request, Optional<String> subprotocol, SocketOptions options, Sockets sockets) {
        this.request = request;
        this.subprotocol = subprotocol;
        this.limits = sockets.limits(options);
        this.options = options;
        this.sockets = sockets;
    }

    @Override
    public boolean isRequested() {
        accepted = true;
        return true;
    }

    /** Whether the endpoint called {@link #isRequested}. */
    public boolean accepted() {
        return accepted;
    }

    /**
     * The endpoint has returned: no listener is taken any more.
     *
     * @throws IllegalStateException if a listener can never be called
     */
    public void seal() {
        sealed = true;
        if (malformed != null && !(text instanceof JsonMessages)) {
            throw new IllegalStateException(
                    "onMalformedMessage has nothing to listen to: it hears of what onMessage cannot"
                            + " read. Attach onMessage or onMessageAsync, too, or leave it out.");
        }
    }

    /**
     * What the engine needs to begin the socket.
     *
     * @throws IllegalStateException if the endpoint did not accept, or was not sealed
     */
    public SocketUpgrade upgrade(List<HeaderField> headers) {
        if (!accepted || !sealed) {
            throw new IllegalStateException("a handshake is upgraded once its endpoint has accepted it and returned");
        }
        Listeners.Whole heard = text instanceof JsonMessages<?> json ? json.answering(malformed) : text;
        Listeners listeners = new Listeners(open, heard, partialText, binary, partialBinary, pong, error, close);
        Optional<DeflateAgreement> compression = compression();
        Endpoint endpoint = new Endpoint(listeners, limits, subprotocol, compression, options.nonBlocking());
        return new SocketUpgrade(
                answer(headers, compression), new Receiver(request, endpoint, sockets), options.nonBlocking());
    }

    private Optional<DeflateAgreement> compression() {
        return options.compression() == SocketOptions.Deflate.NONE
                ? Optional.empty()
                : DeflateAgreement.negotiate(
                        request.headers().all(EXTENSIONS),
                        options.compression() == SocketOptions.Deflate.CONTEXT_TAKEOVER);
    }

    /** The fields of the answer (RFC 6455 §4.2.2, RFC 8441 §5.1): a CONNECT of HTTP/2 has no key. */
    private List<HeaderField> answer(List<HeaderField> others, Optional<DeflateAgreement> compression) {
        List<HeaderField> fields = new ArrayList<>(others);
        if (!request.method().equals("CONNECT")) {
            request.headers()
                    .first("Sec-WebSocket-Key")
                    .ifPresent(key -> fields.add(new HeaderField("Sec-WebSocket-Accept", AcceptKey.of(key))));
        }
        subprotocol.ifPresent(chosen -> fields.add(new HeaderField("Sec-WebSocket-Protocol", chosen)));
        compression.ifPresent(agreed -> fields.add(new HeaderField(EXTENSIONS, agreed.header())));
        return fields;
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
    public WebSocketHandshake onOpen(OpenListener listener) {
        attach("onOpen", open == null ? null : "onOpen");
        open = requireNonNull(listener);
        return this;
    }

    @Override
    public WebSocketHandshake onText(MessageListener<String> listener) {
        return text("onText", Listeners.text(requireNonNull(listener)));
    }

    @Override
    public WebSocketHandshake onTextAsync(AsyncMessageListener<String> listener) {
        requireNonNull(listener);
        return text(
                "onTextAsync",
                (session, message) ->
                        Listeners.stage(listener.onMessage(session, new String(message, StandardCharsets.UTF_8))));
    }

    @Override
    public <T> WebSocketHandshake onMessage(Class<T> type, MessageListener<? super T> listener) {
        requireNonNull(listener);
        return json("onMessage", type, (session, message) -> {
            listener.onMessage(session, message);
            return null;
        });
    }

    @Override
    public <T> WebSocketHandshake onMessageAsync(Class<T> type, AsyncMessageListener<? super T> listener) {
        requireNonNull(listener);
        return json(
                "onMessageAsync", type, (session, message) -> Listeners.stage(listener.onMessage(session, message)));
    }

    private <T> WebSocketHandshake json(String name, Class<T> type, JsonMessages.Value<T> listener) {
        BodyReader<T> reader = sockets.codecs().jsonReader(type);
        return text(name, new JsonMessages<>(reader, listener, null));
    }

    @Override
    public WebSocketHandshake onMalformedMessage(MessageListener<MalformedMessage> listener) {
        attach("onMalformedMessage", malformed == null ? null : "onMalformedMessage");
        malformed = requireNonNull(listener);
        return this;
    }

    @Override
    public WebSocketHandshake onPartialText(PartialMessageListener<String> listener) {
        attach("onPartialText", textName);
        textName = "onPartialText";
        partialText = requireNonNull(listener);
        return this;
    }

    @Override
    public WebSocketHandshake onBinary(MessageListener<ByteBuffer> listener) {
        return binary("onBinary", Listeners.binary(requireNonNull(listener)));
    }

    @Override
    public WebSocketHandshake onBinaryAsync(AsyncMessageListener<ByteBuffer> listener) {
        requireNonNull(listener);
        return binary(
                "onBinaryAsync",
                (session, message) -> Listeners.stage(listener.onMessage(session, ByteBuffer.wrap(message))));
    }

    @Override
    public WebSocketHandshake onPartialBinary(PartialMessageListener<ByteBuffer> listener) {
        attach("onPartialBinary", binaryName);
        binaryName = "onPartialBinary";
        partialBinary = requireNonNull(listener);
        return this;
    }

    @Override
    public WebSocketHandshake onPong(MessageListener<ByteBuffer> listener) {
        attach("onPong", pong == null ? null : "onPong");
        pong = requireNonNull(listener);
        return this;
    }

    @Override
    public WebSocketHandshake onError(ErrorListener listener) {
        attach("onError", error == null ? null : "onError");
        error = requireNonNull(listener);
        return this;
    }

    @Override
    public WebSocketHandshake onClose(CloseListener listener) {
        attach("onClose", close == null ? null : "onClose");
        close = requireNonNull(listener);
        return this;
    }

    private WebSocketHandshake text(String name, Listeners.Whole listener) {
        attach(name, textName);
        textName = name;
        text = listener;
        return this;
    }

    private WebSocketHandshake binary(String name, Listeners.Whole listener) {
        attach(name, binaryName);
        binaryName = name;
        binary = listener;
        return this;
    }

    private void attach(String name, @Nullable String present) {
        if (sealed) {
            throw new IllegalStateException(
                    name + " came too late: the endpoint's method has returned. Attach all listeners before.");
        }
        if (!accepted) {
            throw new IllegalStateException(
                    name + " came too early: call isRequested() first, and attach listeners if it is true.");
        }
        if (name.equals(present)) {
            throw new IllegalStateException(name + " was called twice: a handshake has one listener of each kind.");
        }
        if (present != null) {
            throw new IllegalStateException(name + " and " + present + " take the same messages: keep one of them.");
        }
    }
}
