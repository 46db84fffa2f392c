package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** A growing buffer for the output of a deflater. */
final class DeflatedBytes {
    /** With less room than 7 bytes, zlib would write its flush marker repeatedly. */
    private static final int LEAST_ROOM = 64;
    /** The length of 00 00 FF FF, the empty block at the end of a flush. */
    private static final int TAIL = 4;

    private byte[] bytes;
    private int size;

    /** @param payload how many bytes will be compressed; text often shrinks to a quarter */
    DeflatedBytes(int payload) {
        this.bytes = new byte[payload / 4 + LEAST_ROOM];
    }

    /** Reads the whole output of the deflater, up to a byte boundary. */
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

    /** The output in an array of exactly its size, because it may be queued for long. */
    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(Arrays.copyOf(bytes, size));
    }
}
