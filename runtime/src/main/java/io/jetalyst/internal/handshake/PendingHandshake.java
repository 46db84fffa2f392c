package io.jetalyst.internal.handshake;

import static java.util.Objects.requireNonNull;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.internal.inbox.JsonMessages;
import io.jetalyst.internal.inbox.Listeners;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.protocol.DeflateAgreement;
import io.jetalyst.internal.session.Endpoint;
import io.jetalyst.route.Access;
import io.jetalyst.security.Identity;
import io.jetalyst.security.TokenAuthenticator;
import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The handshake that an endpoint's method receives: collects its listeners, each once, between {@link #isRequested} and {@link #seal}. For
 * a plain request it accepts no listener.
 */
public final class PendingHandshake implements WebSocketHandshake {
    private final Request request;
    private final @Nullable Offer offer;
    private boolean accepted;
    private boolean sealed;
    private final Slot<TokenAuthenticator> firstMessage = new Slot<>();
    private Supplier<Optional<Identity>> identity = Optional::empty;
    private Predicate<Identity> allowed = any -> true;
    private boolean readsIdentity;
    private final Slot<OpenListener> open = new Slot<>();
    private final Slot<Listeners.MessageHandler> text = new Slot<>();
    private final Slot<PartialMessageListener<String>> partialText = new Slot<>();
    private final Slot<MessageListener<MalformedMessage>> malformed = new Slot<>();
    private final Slot<Listeners.MessageHandler> binary = new Slot<>();
    private final Slot<PartialMessageListener<ByteBuffer>> partialBinary = new Slot<>();
    private final Slot<MessageListener<ByteBuffer>> pong = new Slot<>();
    private final Slot<ErrorListener> error = new Slot<>();
    private final Slot<CloseListener> close = new Slot<>();

    private PendingHandshake(Request request, @Nullable Offer offer) {
        this.request = request;
        this.offer = offer;
    }

    /** A handshake that passed all checks. */
    public static PendingHandshake requested(Request request, Offer offer) {
        return new PendingHandshake(request, offer);
    }

    /** A request that is no handshake, or whose protocol cannot be upgraded. */
    public static PendingHandshake plainRequest(Request request) {
        return new PendingHandshake(request, null);
    }

    /**
     * The terms on which the server accepts a handshake.
     *
     * @param subprotocol the negotiated subprotocol
     * @param receivers creates the receiver of the session
     */
    public record Offer(
            Optional<String> subprotocol,
            SocketOptions options,
            SocketLimits limits,
            MessageReaders messages,
            Function<Endpoint, SocketReceiver> receivers) {}

    /** A listener and the method that attached it. */
    private static final class Slot<T> {
        private @Nullable String method;
        private @Nullable T listener;
    }

    @Override
    public boolean isRequested() {
        accepted = offer != null;
        return accepted;
    }

    /** Sets how the client is identified, whether the route has asked for that, and which clients the endpoint answers. */
    public void identity(Supplier<Optional<Identity>> asked, boolean known, Access access) {
        identity = asked;
        readsIdentity = known;
        allowed = access::allows;
    }

    /** Whether the endpoint has called {@link #isRequested} for a handshake. */
    public boolean isAccepted() {
        return accepted;
    }

    /**
     * The endpoint has returned: rejects further listeners.
     *
     * @throws IllegalStateException if a listener can never be called
     */
    public void seal() {
        sealed = true;
        if (malformed.listener != null && !(text.listener instanceof JsonMessages)) {
            throw new IllegalStateException(
                    "onMalformedMessage is never called: it receives what onMessage cannot read. Attach onMessage or"
                            + " onMessageAsync, too, or leave it out.");
        }
    }

    /**
     * The upgrade that the engine carries out. It must be called once.
     *
     * @throws IllegalStateException if the endpoint has not accepted the handshake, or was not sealed
     */
    public SocketUpgrade upgrade(List<HeaderField> headers) {
        if (offer == null || !accepted || !sealed) {
            throw new IllegalStateException("a handshake is upgraded once its endpoint has accepted it and returned");
        }
        Optional<DeflateAgreement> compression = UpgradeFields.compression(request, offer.options());
        boolean nonBlocking = offer.options().nonBlocking();
        Endpoint endpoint = new Endpoint(
                listeners(),
                offer.limits(),
                offer.subprotocol(),
                compression,
                nonBlocking,
                readsIdentity ? identity.get() : Optional.empty(),
                allowed,
                firstMessage.listener);
        List<HeaderField> response = UpgradeFields.of(request, headers, offer.subprotocol(), compression);
        return new SocketUpgrade(response, offer.receivers().apply(endpoint), nonBlocking);
    }

    private Listeners listeners() {
        Listeners.MessageHandler handler =
                text.listener instanceof JsonMessages<?> json ? json.withMalformed(malformed.listener) : text.listener;
        return new Listeners(
                open.listener,
                handler,
                partialText.listener,
                binary.listener,
                partialBinary.listener,
                pong.listener,
                error.listener,
                close.listener);
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Optional<String> subprotocol() {
        return offer == null ? Optional.empty() : offer.subprotocol();
    }

    @Override
    public WebSocketHandshake authenticate(TokenAuthenticator tokens, String... roles) {
        requireNonNull(tokens);
        check("authenticate", firstMessage, firstMessage);
        if (requireNonNull(offer).options().nonBlocking()) {
            throw new IllegalStateException(
                    "authenticate may block, and the endpoint is @NonBlocking: remove that annotation.");
        }
        readsIdentity = true;
        Optional<Identity> client = identity.get();
        if (roles.length > 0) {
            allowed = allowed.and(Access.roles(Set.of(roles))::allows);
        }
        if (client.isPresent() && !allowed.test(client.get())) {
            throw HttpProblem.of(Status.FORBIDDEN, "Your roles do not allow this request.");
        }
        firstMessage.method = "authenticate";
        firstMessage.listener = client.isPresent() ? null : tokens;
        return this;
    }

    @Override
    public WebSocketHandshake onOpen(OpenListener listener) {
        return attach("onOpen", open, requireNonNull(listener), open);
    }

    @Override
    public WebSocketHandshake onText(MessageListener<String> listener) {
        return attach("onText", text, Listeners.text(requireNonNull(listener)), partialText);
    }

    @Override
    public WebSocketHandshake onTextAsync(AsyncMessageListener<String> listener) {
        return attach("onTextAsync", text, Listeners.asyncText(requireNonNull(listener)), partialText);
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

    private <T> WebSocketHandshake json(String method, Class<T> type, JsonMessages.ValueHandler<T> listener) {
        check(method, text, partialText);
        BodyReader<T> reader = requireNonNull(offer).messages().of(type, request);
        return attach(method, text, new JsonMessages<>(reader, listener, null), partialText);
    }

    @Override
    public WebSocketHandshake onMalformedMessage(MessageListener<MalformedMessage> listener) {
        return attach("onMalformedMessage", malformed, requireNonNull(listener), malformed);
    }

    @Override
    public WebSocketHandshake onPartialText(PartialMessageListener<String> listener) {
        return attach("onPartialText", partialText, requireNonNull(listener), text);
    }

    @Override
    public WebSocketHandshake onBinary(MessageListener<ByteBuffer> listener) {
        return attach("onBinary", binary, Listeners.binary(requireNonNull(listener)), partialBinary);
    }

    @Override
    public WebSocketHandshake onBinaryAsync(AsyncMessageListener<ByteBuffer> listener) {
        return attach("onBinaryAsync", binary, Listeners.asyncBinary(requireNonNull(listener)), partialBinary);
    }

    @Override
    public WebSocketHandshake onPartialBinary(PartialMessageListener<ByteBuffer> listener) {
        return attach("onPartialBinary", partialBinary, requireNonNull(listener), binary);
    }

    @Override
    public WebSocketHandshake onPong(MessageListener<ByteBuffer> listener) {
        return attach("onPong", pong, requireNonNull(listener), pong);
    }

    @Override
    public WebSocketHandshake onError(ErrorListener listener) {
        return attach("onError", error, requireNonNull(listener), error);
    }

    @Override
    public WebSocketHandshake onClose(CloseListener listener) {
        return attach("onClose", close, requireNonNull(listener), close);
    }

    /** @param alternative the slot of the other way to receive the same messages */
    private <T> WebSocketHandshake attach(String method, Slot<T> slot, T listener, Slot<?> alternative) {
        check(method, slot, alternative);
        slot.method = method;
        slot.listener = listener;
        return this;
    }

    private void check(String method, Slot<?> slot, Slot<?> alternative) {
        if (offer == null) {
            throw new IllegalStateException(method + " is never called: isRequested() is false, so this request is no"
                    + " handshake. Return false, and the page of this path answers.");
        }
        if (sealed) {
            throw new IllegalStateException(
                    method + " came too late: the endpoint's method has returned. Attach all listeners before.");
        }
        if (!accepted) {
            throw new IllegalStateException(
                    method + " came too early: call isRequested() first, and attach listeners if it is true.");
        }
        String present = slot.method == null ? alternative.method : slot.method;
        if (method.equals(present)) {
            throw new IllegalStateException(method + " was called twice: a handshake has one listener of each kind.");
        }
        if (present != null) {
            throw new IllegalStateException(
                    method + " and " + present + " receive the same messages: keep one of them.");
        }
    }
}
