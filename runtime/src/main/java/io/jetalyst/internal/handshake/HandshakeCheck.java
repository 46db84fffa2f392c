package io.jetalyst.internal.handshake;

import static io.jetalyst.internal.handshake.HandshakeProblems.badHandshake;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.socket.SocketOptions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Holds a handshake against RFC 6455 §4.2.1 and RFC 8441 §5 before any code of the application sees it. */
public final class HandshakeCheck {
    private static final int KEY_BYTES = 16;

    private HandshakeCheck() {}

    /** Whether the request means to be a handshake. */
    public static boolean asked(Exchange exchange) {
        return switch (exchange.upgradeSupport()) {
            case NONE -> false;
            case EXTENDED_CONNECT -> true;
            case UPGRADE_HEADER ->
                exchange.request().method().equals("GET")
                        && hasToken(exchange.request().headers(), "Upgrade", "websocket");
        };
    }

    /**
     * The subprotocol to answer a good handshake with.
     *
     * @throws HttpProblem if the handshake is malformed, of another version, from a foreign origin, or without a subprotocol
     *     that the endpoint requires
     */
    public static Optional<String> check(Exchange exchange, SocketOptions options) {
        Request request = exchange.request();
        Headers headers = request.headers();
        if (exchange.upgradeSupport() == UpgradeSupport.UPGRADE_HEADER) {
            checkUpgrade(headers);
        }
        if (!exchange.body().isEmpty()) {
            throw badHandshake("A WebSocket handshake has no body.");
        }
        if (!headers.all("Sec-WebSocket-Version").equals(List.of("13"))) {
            throw HandshakeProblems.upgradeRequired(
                    request, "This server speaks version 13 of the WebSocket protocol.");
        }
        if (exchange.upgradeSupport() == UpgradeSupport.UPGRADE_HEADER) {
            checkKey(headers);
        }
        if (!OriginRule.allows(request, options.origins())) {
            throw HttpProblem.of(Status.FORBIDDEN, "Pages of this origin may not open WebSockets here.");
        }
        return subprotocol(headers, options);
    }

    private static void checkUpgrade(Headers headers) {
        if (!hasToken(headers, "Connection", "upgrade")) {
            throw badHandshake("The Connection header of a WebSocket handshake names Upgrade.");
        }
    }

    private static void checkKey(Headers headers) {
        List<String> keys = headers.all("Sec-WebSocket-Key");
        if (keys.size() != 1 || !isKey(keys.get(0))) {
            throw badHandshake("A WebSocket handshake has one Sec-WebSocket-Key, the Base64 of 16 bytes.");
        }
    }

    private static boolean isKey(String text) {
        try {
            return text.length() == 24 && Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> subprotocol(Headers headers, SocketOptions options) {
        List<String> offers = tokens(headers, "Sec-WebSocket-Protocol");
        Optional<String> chosen =
                options.subprotocols().stream().filter(offers::contains).findFirst();
        if (chosen.isEmpty() && options.subprotocolRequired()) {
            throw badHandshake("This endpoint speaks one of these subprotocols: "
                    + String.join(", ", options.subprotocols()) + ".");
        }
        return chosen;
    }

    private static boolean hasToken(Headers headers, String name, String token) {
        return headers.first(name).isPresent() && tokens(headers, name).stream().anyMatch(token::equalsIgnoreCase);
    }

    /** The members of a list header (RFC 9110 §5.6.1). */
    private static List<String> tokens(Headers headers, String name) {
        List<String> tokens = new ArrayList<>();
        for (String line : headers.all(name)) {
            for (String token : line.split(",")) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }
        return tokens;
    }
}
