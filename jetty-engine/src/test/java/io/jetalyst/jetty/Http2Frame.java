package io.jetalyst.jetty;

import java.nio.ByteBuffer;

/** Frames of HTTP/2 (RFC 9113 §4.1) with payloads of less than 64 KiB. */
public final class Http2Frame {
    private Http2Frame() {}

    /** The bytes of a frame. */
    public static byte[] of(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }
}
