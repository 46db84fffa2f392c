package io.jetalyst.http;

import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that a policy and the scripts of one page share. */
final class Nonce {
    /** A multiple of 3, so that the text has no padding; at least 16 (CSP 3 §8.1). */
    private static final int BYTES = 18;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    /** A text of letters, digits, {@code -} and {@code _}, which HTML does not escape. */
    static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
