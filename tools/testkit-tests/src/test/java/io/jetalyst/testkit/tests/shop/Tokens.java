package io.jetalyst.testkit.tests.shop;

import java.util.Map;
import java.util.Optional;

/** The users of the shop, by token. */
record Tokens(Map<String, String> users) {
    Optional<String> user(String token) {
        return Optional.ofNullable(users.get(token));
    }
}
