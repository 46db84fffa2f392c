package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Grows as a deflater fills it. */
final class DeflatedBytes {
    /** Zlib would write its flush marker again and again into less than 7 bytes. */
    private static final int LEAST_ROOM = 64;
    /** Of the empty block that a flush ends with: 00 00 FF FF. */
    private static final int TAIL = 4;

    private byte[] bytes;
    private int size;

    /** @param payload how many bytes are to be compressed; text often becomes a quarter */
    DeflatedBytes(int payload) {
        this.bytes = new byte[payload / 4 + LEAST_ROOM];
    }

    /** Takes all that becomes of the deflater's input, up to a boundary of bytes. */
    void take(Deflater deflater, int flush) {
        int room;
        int taken;
        do {
            if (bytes.length - size < LEAST_ROOM) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            room = bytes.length - size;
            taken = deflater.deflate(bytes, size, room, flush);
            size += taken;
        } while (taken == room);
    }

    void removeTail() {
        size -= TAIL;
    }

    /** What was taken, in an array that has no byte more: it may wait to be sent for long. */
    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(Arrays.copyOf(bytes, size));
    }
}
