package io.jetalyst.internal.protocol;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A simple inflater (RFC 1951) that measures how far back a stream refers, which zlib does not. It does not detect invalid streams. */
final class SmallInflater {
    private static final int[] LENGTHS = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCES = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };
    private static final int[] DISTANCE_BITS = {
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13
    };
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int END_OF_BLOCK = 256;

    private final byte[] stream;
    private final Output output = new Output();
    private int bit;
    private int farthest;

    /** Reads whole blocks until the stream ends; further streams may follow where one has its final block. */
    SmallInflater(byte[] stream) {
        this.stream = stream;
        while (bit + 10 <= stream.length * 8) {
            bits(1);
            switch (bits(2)) {
                case 0 -> stored();
                case 1 -> compressed(fixedLengths(), new Code(filled(30, 5)));
                default -> dynamic();
            }
        }
    }

    byte[] bytes() {
        return output.toByteArray();
    }

    /** The largest distance of all references; 0 if there is none. */
    int farthest() {
        return farthest;
    }

    private void stored() {
        bit = (bit + 7) / 8 * 8;
        int length = bits(16);
        bits(16);
        for (int i = 0; i < length; i++) {
            output.write(bits(8));
        }
    }

    private static Code fixedLengths() {
        int[] sizes = filled(288, 8);
        Arrays.fill(sizes, 144, 256, 9);
        Arrays.fill(sizes, 256, 280, 7);
        return new Code(sizes);
    }

    private static int[] filled(int count, int size) {
        int[] sizes = new int[count];
        Arrays.fill(sizes, size);
        return sizes;
    }

    private void dynamic() {
        int literals = bits(5) + 257;
        int distances = bits(5) + 1;
        int sizes = bits(4) + 4;
        int[] sizesOfSizes = new int[ORDER.length];
        for (int i = 0; i < sizes; i++) {
            sizesOfSizes[ORDER[i]] = bits(3);
        }
        int[] all = sizes(new Code(sizesOfSizes), literals + distances);
        compressed(
                new Code(Arrays.copyOf(all, literals)),
                new Code(Arrays.copyOfRange(all, literals, literals + distances)));
    }

    private int[] sizes(Code code, int count) {
        int[] sizes = new int[count];
        int at = 0;
        while (at < count) {
            int symbol = symbol(code);
            int repeated = symbol < 16 ? 1 : symbol == 16 ? 3 + bits(2) : symbol == 17 ? 3 + bits(3) : 11 + bits(7);
            int size = symbol < 16 ? symbol : symbol == 16 ? sizes[at - 1] : 0;
            Arrays.fill(sizes, at, at + repeated, size);
            at += repeated;
        }
        return sizes;
    }

    private void compressed(Code literals, Code distances) {
        for (int symbol = symbol(literals); symbol != END_OF_BLOCK; symbol = symbol(literals)) {
            if (symbol < END_OF_BLOCK) {
                output.write(symbol);
            } else {
                int length = LENGTHS[symbol - 257] + bits(LENGTH_BITS[symbol - 257]);
                int code = symbol(distances);
                int distance = DISTANCES[code] + bits(DISTANCE_BITS[code]);
                farthest = Math.max(farthest, distance);
                output.repeat(distance, length);
            }
        }
    }

    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            value |= (stream[bit / 8] >> bit % 8 & 1) << i;
        }
        return value;
    }

    private int symbol(Code code) {
        int value = 0;
        int first = 0;
        int index = 0;
        for (int size = 1; size < code.counts.length; size++) {
            value |= bits(1);
            if (value - first < code.counts[size]) {
                return code.symbols[index + value - first];
            }
            index += code.counts[size];
            first = (first + code.counts[size]) << 1;
            value <<= 1;
        }
        throw new IllegalStateException("no symbol at bit " + bit);
    }

    /** Canonical Huffman codes (§3.2.2): symbols in the order of their codes, and how many have each size. */
    private static final class Code {
        private final int[] counts = new int[16];
        private final int[] symbols;

        Code(int[] sizes) {
            symbols = new int[sizes.length];
            int at = 0;
            for (int size = 1; size < counts.length; size++) {
                for (int symbol = 0; symbol < sizes.length; symbol++) {
                    if (sizes[symbol] == size) {
                        counts[size]++;
                        symbols[at++] = symbol;
                    }
                }
            }
        }
    }

    private static final class Output extends ByteArrayOutputStream {
        void repeat(int distance, int length) {
            for (int i = 0; i < length; i++) {
                write(buf[count - distance]);
            }
        }
    }
}
