package io.jetalyst.internal.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The negotiated parameters of {@code permessage-deflate} (RFC 7692 §7.1). The server inflates with a window of 15 bits, whatever window
 * the client has offered for its own messages.
 *
 * @param serverNoContext whether the server compresses each message on its own; always with a window of less than 15 bits
 * @param clientNoContext whether the client has offered to compress each message on its own
 * @param serverWindowBits the maximum distance in messages of the server, as a power of two: 8 to 15; 0 if the client has requested
 *     none, which means 15
 */
public record DeflateAgreement(boolean serverNoContext, boolean clientNoContext, int serverWindowBits) {
    private static final String NAME = "permessage-deflate";
    private static final String SERVER_NO_CONTEXT = "server_no_context_takeover";
    private static final String CLIENT_NO_CONTEXT = "client_no_context_takeover";
    private static final String SERVER_WINDOW = "server_max_window_bits";
    private static final String CLIENT_WINDOW = "client_max_window_bits";
    /** Without leading zeroes (§7.1.2). */
    private static final List<String> WINDOW_BITS = List.of("8", "9", "10", "11", "12", "13", "14", "15");

    static final int FULL_WINDOW_BITS = 15;

    public DeflateAgreement {
        if (serverWindowBits != 0 && !WINDOW_BITS.contains(Integer.toString(serverWindowBits))) {
            throw new IllegalArgumentException("a window has 8 to 15 bits, not " + serverWindowBits);
        }
        serverNoContext |= serverWindowBits != 0 && serverWindowBits < FULL_WINDOW_BITS;
    }

    /**
     * Accepts the first acceptable offer. An offer with an unknown, repeated or invalid parameter is declined, which is no error; a
     * malformed header is declined as a whole. At most 16 offers are considered.
     *
     * @param lines the values of {@code Sec-WebSocket-Extensions} in their order
     * @param contextTakeover whether the endpoint keeps a deflater between messages, so that they get smaller
     * @return empty if no offer is accepted, and nothing is compressed
     */
    public static Optional<DeflateAgreement> negotiate(List<String> lines, boolean contextTakeover) {
        return ExtensionParser.parse(lines).stream()
                .filter(offer -> offer.name().equals(NAME) && isValid(offer.parameters()))
                .map(offer -> accept(offer.parameters(), contextTakeover))
                .findFirst();
    }

    /** The value of {@code Sec-WebSocket-Extensions} in the response to the handshake. */
    public String header() {
        return NAME
                + (serverNoContext ? "; " + SERVER_NO_CONTEXT : "")
                + (clientNoContext ? "; " + CLIENT_NO_CONTEXT : "")
                + (serverWindowBits != 0 ? "; " + SERVER_WINDOW + "=" + serverWindowBits : "");
    }

    /** The window size in bytes: 256 to 32,768. */
    int serverWindow() {
        return 1 << (serverWindowBits == 0 ? FULL_WINDOW_BITS : serverWindowBits);
    }

    private static boolean isValid(List<ExtensionOffer.Parameter> parameters) {
        Set<String> seen = new HashSet<>();
        return parameters.stream()
                .allMatch(parameter -> seen.add(parameter.name()) && isValid(parameter.name(), parameter.value()));
    }

    private static boolean isValid(String name, @Nullable String value) {
        return switch (name) {
            case SERVER_NO_CONTEXT, CLIENT_NO_CONTEXT -> value == null;
            case SERVER_WINDOW -> value != null && WINDOW_BITS.contains(value);
            case CLIENT_WINDOW -> value == null || WINDOW_BITS.contains(value);
            default -> false;
        };
    }

    private static DeflateAgreement accept(List<ExtensionOffer.Parameter> parameters, boolean contextTakeover) {
        boolean serverNoContext = !contextTakeover;
        // A server may request it although the client has not offered it, but some clients then fail or ignore it.
        boolean clientNoContext = false;
        int serverWindowBits = 0;
        for (ExtensionOffer.Parameter parameter : parameters) {
            serverNoContext |= parameter.name().equals(SERVER_NO_CONTEXT);
            clientNoContext |= parameter.name().equals(CLIENT_NO_CONTEXT);
            if (parameter.name().equals(SERVER_WINDOW) && parameter.value() != null) {
                serverWindowBits = Integer.parseInt(parameter.value());
            }
        }
        return new DeflateAgreement(serverNoContext, clientNoContext, serverWindowBits);
    }
}
