package io.jetalyst.internal.handshake;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.internal.protocol.AcceptKey;
import io.jetalyst.internal.protocol.DeflateAgreement;
import io.jetalyst.socket.SocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of the response that accepts a handshake (RFC 6455 §4.2.2). */
final class UpgradeFields {
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private UpgradeFields() {}

    /** The compression that the client offers and the endpoint allows. */
    static Optional<DeflateAgreement> compression(Request request, SocketOptions options) {
        return options.compression() == SocketOptions.Deflate.NONE
                ? Optional.empty()
                : DeflateAgreement.negotiate(
                        request.headers().all(EXTENSIONS),
                        options.compression() == SocketOptions.Deflate.CONTEXT_TAKEOVER);
    }

    /** A CONNECT over HTTP/2 has no key (RFC 8441 §5.1). */
    static List<HeaderField> of(
            Request request,
            List<HeaderField> others,
            Optional<String> subprotocol,
            Optional<DeflateAgreement> compression) {
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
}
