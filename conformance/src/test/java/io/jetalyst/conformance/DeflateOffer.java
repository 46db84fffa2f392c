package io.jetalyst.conformance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a client offers of RFC 7692, and what it is to be answered. */
enum DeflateOffer {
    PLAIN(List.of("permessage-deflate"), ""),
    CLIENT_NO_CONTEXT(List.of("permessage-deflate; client_no_context_takeover"), "client_no_context_takeover"),
    SERVER_NO_CONTEXT(List.of("permessage-deflate; server_no_context_takeover"), "server_no_context_takeover"),
    NO_CONTEXT(
            List.of("permessage-deflate; client_no_context_takeover; server_no_context_takeover"),
            "client_no_context_takeover; server_no_context_takeover"),
    SERVER_WINDOW_9(
            List.of("permessage-deflate; server_max_window_bits=9"),
            "server_no_context_takeover; server_max_window_bits=9"),
    SERVER_WINDOW_15(List.of("permessage-deflate; server_max_window_bits=15"), "server_max_window_bits=15"),
    CLIENT_WINDOW(List.of("permessage-deflate; client_max_window_bits"), ""),
    BOTH_WINDOWS(
            List.of("permessage-deflate; server_max_window_bits=8; client_max_window_bits=15"),
            "server_no_context_takeover; server_max_window_bits=8"),
    /** Two that nobody can take, then one that is taken, then one that is not needed. */
    SEVERAL(
            List.of(
                    "permessage-deflate; server_max_window_bits=16",
                    "x-never-heard-of; level=9",
                    "permessage-deflate; server_max_window_bits=10; client_max_window_bits",
                    "permessage-deflate"),
            "server_no_context_takeover; server_max_window_bits=10");

    private final List<String> offers;
    private final String answer;

    DeflateOffer(List<String> offers, String answer) {
        this.offers = offers;
        this.answer = answer;
    }

    /** In the order in which the client prefers them. */
    List<String> offers() {
        return offers;
    }

    /** The parameters that an endpoint of this kind answers; no others, and none twice. */
    Set<String> answer(DeflateEndpoint endpoint) {
        Set<String> parameters = parameters(answer);
        if (endpoint == DeflateEndpoint.MESSAGE) {
            parameters.add("server_no_context_takeover");
        }
        return parameters;
    }

    /** The parameters that stand in this text, each behind a semicolon or at the beginning. */
    static Set<String> parameters(String text) {
        Set<String> parameters = new HashSet<>(Arrays.asList(text.strip().split("\\s*;\\s*")));
        parameters.remove("");
        return parameters;
    }
}
