package io.jetalyst.internal.socket;

import io.jetalyst.http.Request;
import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.WebSocketHandshake;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A request on a socket's path that is no handshake, or that the protocol underneath cannot turn into a socket. */
final class RefusedHandshake implements WebSocketHandshake {
    private final Request request;

    RefusedHandshake(Request request) {
        this.request = request;
    }

    @Override
    public boolean isRequested() {
        return false;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Optional<String> subprotocol() {
        return Optional.empty();
    }

    @Override
    public WebSocketHandshake onOpen(OpenListener listener) {
        throw nothingToAttach("onOpen");
    }

    @Override
    public WebSocketHandshake onText(MessageListener<String> listener) {
        throw nothingToAttach("onText");
    }

    @Override
    public WebSocketHandshake onTextAsync(AsyncMessageListener<String> listener) {
        throw nothingToAttach("onTextAsync");
    }

    @Override
    public WebSocketHandshake onBinary(MessageListener<ByteBuffer> listener) {
        throw nothingToAttach("onBinary");
    }

    @Override
    public WebSocketHandshake onBinaryAsync(AsyncMessageListener<ByteBuffer> listener) {
        throw nothingToAttach("onBinaryAsync");
    }

    @Override
    public <T> WebSocketHandshake onMessage(Class<T> type, MessageListener<? super T> listener) {
        throw nothingToAttach("onMessage");
    }

    @Override
    public <T> WebSocketHandshake onMessageAsync(Class<T> type, AsyncMessageListener<? super T> listener) {
        throw nothingToAttach("onMessageAsync");
    }

    @Override
    public WebSocketHandshake onMalformedMessage(MessageListener<MalformedMessage> listener) {
        throw nothingToAttach("onMalformedMessage");
    }

    @Override
    public WebSocketHandshake onPartialText(PartialMessageListener<String> listener) {
        throw nothingToAttach("onPartialText");
    }

    @Override
    public WebSocketHandshake onPartialBinary(PartialMessageListener<ByteBuffer> listener) {
        throw nothingToAttach("onPartialBinary");
    }

    @Override
    public WebSocketHandshake onPong(MessageListener<ByteBuffer> listener) {
        throw nothingToAttach("onPong");
    }

    @Override
    public WebSocketHandshake onError(ErrorListener listener) {
        throw nothingToAttach("onError");
    }

    @Override
    public WebSocketHandshake onClose(CloseListener listener) {
        throw nothingToAttach("onClose");
    }

    private static IllegalStateException nothingToAttach(String name) {
        return new IllegalStateException(
                name + " has nothing to listen to: isRequested() is false, so this request is no"
                        + " handshake. Return false, and the page of this path answers.");
    }
}
