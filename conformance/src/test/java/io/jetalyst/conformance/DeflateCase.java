package io.jetalyst.conformance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One case of the matrix: messages of a kind and a size, under what a client offers. Groups 12 and 13 of the Autobahn test suite are
 * the model.
 *
 * @param size of the messages in bytes
 */
record DeflateCase(DeflateOffer offer, Kind kind, int size) {
    private static final List<Integer> SIZES = List.of(16, 256, 1024, 8192, 32768, 131072);

    /** What the messages are like. */
    enum Kind {
        /** Text that repeats itself here and there. */
        JSON(true),
        /** Text that does nothing else. */
        REPETITIVE(true),
        /** Text, two to four bytes a character. */
        UTF_8(true),
        /** Bytes that no compressor makes smaller. */
        NOISE(false);

        private final boolean text;

        Kind(boolean text) {
            this.text = text;
        }

        boolean shrinks() {
            return this != NOISE;
        }
    }

    /** All of them: 9 offers, 4 kinds, 6 sizes. */
    static Stream<DeflateCase> all() {
        return Stream.of(DeflateOffer.values())
                .flatMap(offer -> Stream.of(Kind.values())
                        .flatMap(kind -> SIZES.stream().map(size -> new DeflateCase(offer, kind, size))));
    }

    /** Several in a row: one, another, a single byte, nothing, and the first again, which a context knows by then. */
    List<EchoMessage> messages() {
        return List.of(message(size, 1), message(size, 2), message(1, 3), message(0, 4), message(size, 1));
    }

    private EchoMessage message(int size, int seed) {
        Random random = new Random(seed);
        byte[] payload = new byte[size];
        if (kind == Kind.NOISE) {
            random.nextBytes(payload);
        } else {
            fill(payload, random);
        }
        return new EchoMessage(kind.text, ByteBuffer.wrap(payload).asReadOnlyBuffer());
    }

    /** With whole characters; what is left is filled with blanks. */
    private void fill(byte[] payload, Random random) {
        int filled = 0;
        while (filled < payload.length) {
            byte[] next = text(random).getBytes(StandardCharsets.UTF_8);
            int length = Math.min(next.length, payload.length - filled);
            while (length < next.length && length > 0 && (next[length] & 0xc0) == 0x80) {
                length--;
            }
            System.arraycopy(next, 0, payload, filled, length);
            if (length < next.length) {
                Arrays.fill(payload, filled + length, payload.length, (byte) ' ');
                return;
            }
            filled += length;
        }
    }

    private String text(Random random) {
        return switch (kind) {
            case JSON ->
                "{\"id\":%d,\"name\":\"user-%x\",\"active\":%b,\"score\":%.3f},"
                        .formatted(
                                random.nextInt(100_000), random.nextInt(), random.nextBoolean(), random.nextDouble());
            case REPETITIVE -> "Say it again, Sam. ";
            default ->
                new StringBuilder()
                        .appendCodePoint(0xe0 + random.nextInt(0x20))
                        .appendCodePoint(0x4e00 + random.nextInt(0x200))
                        .appendCodePoint(0x1f600 + random.nextInt(0x20))
                        .toString();
        };
    }
}
