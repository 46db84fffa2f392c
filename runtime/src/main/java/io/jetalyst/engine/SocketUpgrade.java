package io.jetalyst.engine;

import io.jetalyst.http.HeaderField;
import java.util.List;

/**
 * Everything an engine needs to answer a handshake and to hand its connection over.
 *
 * @param headers fields to send with the answer, all but {@code Upgrade} and {@code Connection}
 * @param receiver takes what comes on the connection from then on
 * @param nonBlocking whether the receiver never blocks, so that it is called by the thread that read
 */
public record SocketUpgrade(List<HeaderField> headers, SocketReceiver receiver, boolean nonBlocking) {}
