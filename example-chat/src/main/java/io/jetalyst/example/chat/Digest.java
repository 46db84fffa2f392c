package io.jetalyst.example.chat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A name that follows from some bytes and does not tell them.
 *
 * @param hex the first 64 bits of their SHA-256
 */
record Digest(String hex) {
    static Digest of(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Digest(HexFormat.of().formatHex(Arrays.copyOf(whole, 8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
