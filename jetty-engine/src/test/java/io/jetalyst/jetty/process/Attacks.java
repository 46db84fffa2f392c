package io.jetalyst.jetty.process;

import static io.jetalyst.testkit.RawSocket.BINARY;
import static io.jetalyst.testkit.RawSocket.CONTINUATION;
import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PING;
import static io.jetalyst.testkit.RawSocket.TEXT;

import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** The bytes of attackers. An attack ends when the server has closed the connection, or when everything is sent. */
final class Attacks {
    /** No server of ours takes as much of one attacker. */
    private static final long ENOUGH_BYTES = 1L << 30;

    private static final int AT_ONCE = 500;

    /** One of them. */
    @FunctionalInterface
    interface Attack {
        /** @throws IOException if the server has ended the connection */
        void on(RawSocket raw) throws IOException;
    }

    private Attacks() {}

    static void pings(RawSocket raw) throws IOException {
        flood(raw, raw.masked(FIN | PING, new byte[125]));
    }

    /** Messages, each of one byte. */
    static void tinyMessages(RawSocket raw) throws IOException {
        flood(raw, raw.masked(FIN | TEXT, (byte) 'x'));
    }

    /** Messages whose answers fill the buffers of a kernel soon. */
    static void messages(RawSocket raw) throws IOException {
        flood(raw, raw.masked(FIN | BINARY, new byte[4096]));
    }

    /** One message in fragments without end; empty ones, if there is no payload. */
    static Attack fragments(byte... payload) {
        return raw -> {
            raw.frame(TEXT, payload);
            flood(raw, raw.masked(CONTINUATION, payload));
        };
    }

    /** A frame that is said to be so long, and a little of it. */
    static Attack hugeFrame(long length) {
        return raw -> raw.write(ByteBuffer.allocate(114)
                .put((byte) (FIN | BINARY))
                .put((byte) (0x80 | 127))
                .putLong(length)
                .array());
    }

    /** 63 KiB of a message: in a fragment after which no other comes, or in a frame of 64 KiB that is not finished. */
    static Attack unfinished(boolean frame) {
        return frame
                ? raw -> raw.write(Arrays.copyOf(raw.masked(FIN | BINARY, new byte[64 << 10]), 63 << 10))
                : raw -> raw.frame(BINARY, new byte[63 << 10]);
    }

    /** A message of 60 MiB in 60 KiB, with the bit that says so (RFC 7692 §6). */
    static Attack deflateBomb() {
        byte[] payload = bomb();
        return raw -> raw.frame(FIN | 0x40 | TEXT, payload);
    }

    /** The same, a hundred bytes at a time. */
    static Attack deflateBombInFragments() {
        byte[] payload = bomb();
        return raw -> {
            for (int from = 0; from < payload.length; from += 100) {
                byte[] fragment = Arrays.copyOfRange(payload, from, Math.min(payload.length, from + 100));
                raw.frame(from == 0 ? 0x40 | TEXT : CONTINUATION, fragment);
            }
        };
    }

    private static byte[] bomb() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        byte[] bomb = new byte[64 << 10];
        int length = 0;
        for (int i = 0; i < 60; i++) {
            deflater.setInput(new byte[1 << 20]);
            length += deflater.deflate(bomb, length, bomb.length - length, Deflater.SYNC_FLUSH);
        }
        deflater.end();
        return Arrays.copyOf(bomb, length - 4); // the end of a flush is not sent (RFC 7692 §7.2.1)
    }

    private static void flood(RawSocket raw, byte[] frame) throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < AT_ONCE; i++) {
            many.writeBytes(frame);
        }
        for (long sent = 0; sent < ENOUGH_BYTES; sent += many.size()) {
            raw.write(many.toByteArray());
        }
    }
}
