package io.jetalyst.internal.handshake;

import static io.jetalyst.internal.handshake.HandshakeProblems.badHandshake;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.internal.origin.OriginRule;
import io.jetalyst.socket.SocketOptions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Checks a handshake by RFC 6455 §4.2.1 and RFC 8441 §5 before any code of the application sees it. */
public final class HandshakeCheck {
    private static final int KEY_BYTES = 16;

    private HandshakeCheck() {}

    /** Whether the request is a handshake, good or bad. */
    public static boolean isUpgradeRequest(Exchange exchange) {
        return switch (exchange.upgradeSupport()) {
            case NONE -> false;
            case EXTENDED_CONNECT -> true;
            case UPGRADE_HEADER ->
                exchange.request().method().equals("GET")
                        && hasToken(exchange.request().headers(), "Upgrade", "websocket");
        };
    }

    /**
     * Checks the handshake and chooses its subprotocol.
     *
     * @param request the request of the exchange, with the scheme and the authority that the client used
     * @throws HttpProblem if the handshake is malformed, of another version, from a foreign origin, or without a subprotocol
     *     that the endpoint requires
     */
    public static Optional<String> check(
            Exchange exchange, Request request, SocketOptions options, OriginRule origins) {
        Headers headers = request.headers();
        if (exchange.upgradeSupport() == UpgradeSupport.UPGRADE_HEADER) {
            checkUpgrade(headers);
        }
        if (!exchange.body().isEmpty()) {
            throw badHandshake("A WebSocket handshake must not have a body.");
        }
        if (!headers.all("Sec-WebSocket-Version").equals(List.of("13"))) {
            throw HandshakeProblems.upgradeRequired(
                    request, "This server supports version 13 of the WebSocket protocol.");
        }
        if (exchange.upgradeSupport() == UpgradeSupport.UPGRADE_HEADER) {
            checkKey(headers);
        }
        if (!origins.allows(exchange.request(), request, options.origins())) {
            origins.log("Refused a WebSocket handshake", "", request);
            throw HttpProblem.of(Status.FORBIDDEN, "Pages of this origin may not open WebSockets here.");
        }
        return subprotocol(headers, options);
    }

    private static void checkUpgrade(Headers headers) {
        if (!hasToken(headers, "Connection", "upgrade")) {
            throw badHandshake("The Connection header of a WebSocket handshake must contain Upgrade.");
        }
    }

    private static void checkKey(Headers headers) {
        List<String> keys = headers.all("Sec-WebSocket-Key");
        if (keys.size() != 1 || !isKey(keys.get(0))) {
            throw badHandshake(
                    "A WebSocket handshake must have one Sec-WebSocket-Key, which is the Base64 form of 16 bytes.");
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
            throw badHandshake("This endpoint requires one of these subprotocols: "
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
