package io.jetalyst.conformance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One case of the matrix: messages of a kind and a size, and an offer of the client. It follows groups 12 and 13 of the Autobahn test suite.
 *
 * @param size of the messages in bytes
 */
record DeflateCase(DeflateOffer offer, Kind kind, int size) {
    private static final List<Integer> SIZES = List.of(16, 256, 1024, 8192, 32768, 131072);

    /** The kind of content of the messages. */
    enum Kind {
        /** Text that sometimes repeats itself. */
        JSON(true),
        /** Text that always repeats itself. */
        REPETITIVE(true),
        /** Text, two to four bytes a character. */
        UTF_8(true),
        /** Bytes that do not shrink when compressed. */
        NOISE(false);

        private final boolean text;

        Kind(boolean text) {
            this.text = text;
        }

        boolean shrinks() {
            return this != NOISE;
        }
    }

    /** Returns all cases: 9 offers, 4 kinds, 6 sizes. */
    static Stream<DeflateCase> all() {
        return Stream.of(DeflateOffer.values())
                .flatMap(offer -> Stream.of(Kind.values())
                        .flatMap(kind -> SIZES.stream().map(size -> new DeflateCase(offer, kind, size))));
    }

    /** Returns the messages to send: two messages, a single byte, an empty message, and the first again, which is in the context by then. */
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

    /** Encodes whole characters only, and pads with blanks. */
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
