package io.jetalyst.engine;

import io.jetalyst.http.HeaderField;
import java.util.List;
import java.util.Optional;

/**
 * What an engine needs to answer a handshake and to run its socket. No extension is negotiated.
 *
 * @param subprotocol the subprotocol to answer with
 * @param headers fields to send with the answer
 * @param receiver takes what the socket receives
 */
public record SocketUpgrade(Optional<String> subprotocol, List<HeaderField> headers, SocketReceiver receiver) {}
