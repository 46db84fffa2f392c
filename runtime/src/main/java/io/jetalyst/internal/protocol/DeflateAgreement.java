package io.jetalyst.internal.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client and this server have agreed on for {@code permessage-deflate} (RFC 7692 §7.1). The client's own window may have 15
 * bits, whatever it has offered: that is what is inflated here.
 *
 * @param serverNoContext whether each message of the server is compressed on its own; so it is with a window of less than 15 bits
 * @param clientNoContext whether each message of the client is, as it has offered
 * @param serverWindowBits how far back, as a power of two, a message of the server refers at most: 8 to 15; 0 if the client has not
 *     asked, which means 15
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
     * Answers the first offer that can be kept. An offer with a parameter that is unknown, repeated or wrong is declined, which is no
     * error; a header that breaks the grammar is declined as a whole. At most 16 offers are looked at.
     *
     * @param lines the values of {@code Sec-WebSocket-Extensions} in their order
     * @param contextTakeover whether the endpoint spends memory between its own messages, for messages that get smaller
     * @return empty if no offer is accepted, and nothing is compressed
     */
    public static Optional<DeflateAgreement> negotiate(List<String> lines, boolean contextTakeover) {
        return ExtensionParser.parse(lines).stream()
                .filter(offer -> offer.name().equals(NAME) && isValid(offer.parameters()))
                .map(offer -> accept(offer.parameters(), contextTakeover))
                .findFirst();
    }

    /** The value of {@code Sec-WebSocket-Extensions} in the answer to the handshake. */
    public String header() {
        return NAME
                + (serverNoContext ? "; " + SERVER_NO_CONTEXT : "")
                + (clientNoContext ? "; " + CLIENT_NO_CONTEXT : "")
                + (serverWindowBits != 0 ? "; " + SERVER_WINDOW + "=" + serverWindowBits : "");
    }

    /** In bytes; 256 to 32,768. */
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
        // A server may ask for it where the client has not offered it; some clients then fail, or do not do as they are
        // asked.
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
