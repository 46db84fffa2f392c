package io.jetalyst.conformance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An offer of a client (RFC 7692), and the expected response. */
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
    /** Two invalid offers, then one that is accepted, then one that is ignored. */
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

    /** Returns the offers, the preferred one first. */
    List<String> offers() {
        return offers;
    }

    /** Returns the parameters of the response of an endpoint, without others or duplicates. */
    Set<String> answer(DeflateEndpoint endpoint) {
        Set<String> parameters = parameters(answer);
        if (endpoint == DeflateEndpoint.MESSAGE) {
            parameters.add("server_no_context_takeover");
        }
        return parameters;
    }

    /** Returns the parameters in this text, which are separated by semicolons. */
    static Set<String> parameters(String text) {
        Set<String> parameters = new HashSet<>(Arrays.asList(text.strip().split("\\s*;\\s*")));
        parameters.remove("");
        return parameters;
    }
}
