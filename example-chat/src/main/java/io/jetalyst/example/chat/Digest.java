package io.jetalyst.example.chat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An identifier that is computed from some bytes and does not reveal them.
 *
 * @param hex the first 64 bits of the SHA-256 of the bytes
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
