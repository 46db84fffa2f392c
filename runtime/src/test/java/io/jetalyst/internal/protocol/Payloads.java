package io.jetalyst.internal.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Messages for tests, and the zlib of the JDK as the reference. */
final class Payloads {
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    private Payloads() {}

    /** Messages of each kind, with sizes around the limits of windows and pieces. */
    static List<byte[]> all() {
        return IntStream.of(1, 16, 127, 255, 256, 257, 511, 1000, 8191, 8192, 8193, 32768, 100_000)
                .boxed()
                .flatMap(size -> Stream.of(text(size), random(size), new byte[size], periodic(size)))
                .toList();
    }

    static byte[] text(int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append("{\"id\":").append(i * 7919 % 10_007).append(",\"name\":\"Zoë\",\"tags\":[\"a\",\"b\"]},");
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.UTF_8), size);
    }

    static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** Noise that comes again after 300 bytes: a compressor with a window refers to the very end of it. */
    static byte[] periodic(int size) {
        byte[] period = random(300);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = period[i % period.length];
        }
        return bytes;
    }

    static ByteBuffer buffer(byte... bytes) {
        return ByteBuffer.wrap(bytes);
    }

    static ByteBuffer hex(String hex) {
        return ByteBuffer.wrap(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    static String hex(ByteBuffer bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes(bytes));
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static byte[] joined(List<ByteBuffer> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(part -> all.writeBytes(bytes(part)));
        return all.toByteArray();
    }

    static byte[] withTail(byte[] compressed) {
        byte[] all = Arrays.copyOf(compressed, compressed.length + TAIL.length);
        System.arraycopy(TAIL, 0, all, compressed.length, TAIL.length);
        return all;
    }

    /** Decompresses a whole message with zlib (RFC 7692 §7.2.2). */
    static byte[] inflate(Inflater inflater, byte[] compressed, int size) throws DataFormatException {
        byte[] output = new byte[size + 100];
        inflater.setInput(withTail(compressed));
        int length = inflater.inflate(output);
        return Arrays.copyOf(output, length);
    }
}
