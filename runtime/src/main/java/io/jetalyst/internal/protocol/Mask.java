package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;

/** Masks the payload of a client (RFC 6455 §5.3). */
final class Mask {
    private Mask() {}

    /**
     * Masks or unmasks bytes in place, in a big-endian buffer.
     *
     * @param key the four bytes of the key, the first one as the most significant byte
     * @param phase how many bytes of the payload precede these, modulo 4
     */
    static void apply(ByteBuffer bytes, int from, int length, int key, int phase) {
        int turned = Integer.rotateLeft(key, 8 * phase);
        int end = from + length;
        int at = from;
        if (length >= Long.BYTES) {
            long wide = (long) turned << 32 | turned & 0xffff_ffffL;
            for (; at <= end - Long.BYTES; at += Long.BYTES) {
                bytes.putLong(at, bytes.getLong(at) ^ wide);
            }
        }
        for (int shift = 24; at < end; at++, shift = shift - 8 & 31) {
            bytes.put(at, (byte) (bytes.get(at) ^ turned >>> shift));
        }
    }
}
