package io.jetalyst.internal.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One extension that a client offers in {@code Sec-WebSocket-Extensions} (RFC 6455 §9.1).
 *
 * @param name a token
 * @param parameters all parameters in their order, repeated ones included
 */
record ExtensionOffer(String name, List<Parameter> parameters) {
    /**
     * One parameter of it.
     *
     * @param name a token
     * @param value a token without quotes; null if there is only a name
     */
    record Parameter(String name, @Nullable String value) {}
}
