package io.jetalyst.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From bytes to frames, however the bytes are cut; what is wrong is known with the byte that is. */
class FrameReaderTest {
    private static final int LIMIT = 70_000;

    /** A frame as it was handed over, its pieces put together. */
    private record Taken(int opcode, boolean last, boolean compressed, String payload) {}

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] frame(int first, byte[] payload, int key) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) 0xfe).putShort((short) payload.length);
        } else {
            frame.put((byte) 0xff).putLong(payload.length);
        }
        frame.putInt(key);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ key >>> 24 - 8 * (i % 4)));
        }
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        return bytes;
    }

    /** All frames of the bytes, none of them a fragment, which come in pieces of these sizes, over and over. */
    private static List<Taken> read(FrameReader reader, byte[] bytes, int... sizes) throws ProtocolException {
        List<Taken> frames = new ArrayList<>();
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        byte[] own = bytes.clone(); // the reader unmasks in place
        for (int at = 0, turn = 0; at < bytes.length; turn++) {
            int size = Math.min(sizes[turn % sizes.length], bytes.length - at);
            ByteBuffer piece = ByteBuffer.wrap(own, at, size).slice();
            at += size;
            while (reader.next(piece)) {
                if (reader.begins()) {
                    payload.reset();
                }
                byte[] part = new byte[reader.payload().remaining()];
                reader.payload().get(part);
                payload.writeBytes(part);
                if (reader.last()) {
                    frames.add(new Taken(
                            reader.opcode(),
                            reader.last(),
                            reader.isCompressed(),
                            HexFormat.of().formatHex(payload.toByteArray())));
                }
            }
            assertEquals(0, piece.remaining(), "bytes are left although more is needed");
        }
        return frames;
    }

    @Test
    void framesAreTheSameHoweverTheBytesAreCut() throws Exception {
        Random random = new Random(7);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Taken> sent = new ArrayList<>();
        for (int size : new int[] {0, 1, 7, 8, 9, 125, 126, 127, 1000, 65_535, 65_536}) {
            byte[] payload = new byte[size];
            random.nextBytes(payload);
            all.writeBytes(frame(0x82, payload, random.nextInt()));
            sent.add(new Taken(2, true, false, HexFormat.of().formatHex(payload)));
            byte[] ping = new byte[size % 126];
            all.writeBytes(frame(0x89, ping, random.nextInt()));
            sent.add(new Taken(9, true, false, HexFormat.of().formatHex(ping)));
        }
        byte[] bytes = all.toByteArray();
        for (int[] sizes : new int[][] {{bytes.length}, {1}, {2, 3, 5}, {13}, {1000, 1}, {16_384}}) {
            assertEquals(sent, read(new FrameReader(LIMIT, false), bytes, sizes));
        }
    }

    @Test
    void everyByteOfAPayloadIsUnmaskedWhereverItBegins() throws Exception {
        byte[] payload = new byte[40];
        new Random(3).nextBytes(payload);
        for (int length = 0; length <= payload.length; length++) {
            for (int cut = 1; cut <= length + 6; cut++) {
                byte[] part = java.util.Arrays.copyOf(payload, length);
                FrameReader reader = new FrameReader(LIMIT, false);
                ByteArrayOutputStream taken = new ByteArrayOutputStream();
                byte[] bytes = frame(0x82, part, 0x12fe34a5);
                for (ByteBuffer piece : List.of(
                        ByteBuffer.wrap(bytes, 0, cut).slice(),
                        ByteBuffer.wrap(bytes, cut, bytes.length - cut).slice())) {
                    while (reader.next(piece)) {
                        byte[] some = new byte[reader.payload().remaining()];
                        reader.payload().get(some);
                        taken.writeBytes(some);
                    }
                }
                assertArrayEquals(part, taken.toByteArray());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "c1, 1002", // RSV1, and nobody has agreed on compression
        "a1, 1002",
        "91, 1002",
        "83, 1002",
        "8b, 1002",
        "8f, 1002",
        "80, 1002", // a continuation of nothing
        "09, 1002", // a ping in fragments
        "81 01, 1002", // no mask
        "89 fe, 1002", // a ping of more than 125 bytes, by its second byte
        "89 ff, 1002",
        "81 fe 00 7d, 1002", // 125 in two bytes
        "81 ff 00 00 00 00 00 00 ff ff, 1002", // 65535 in eight
        "81 ff 80 00 00 00 00 00 00 00, 1002",
        "81 ff 00 00 00 00 00 01 11 71, 1009", // one more than the limit
        "81 ff 7f ff ff ff ff ff ff ff, 1009",
        "01 80 00 00 00 00 81, 1002" // a message within another
    })
    void whatIsWrongIsKnownWithTheByteThatIs(String bytes, int code) throws Exception {
        byte[] wrong = hex(bytes);
        FrameReader reader = new FrameReader(LIMIT, false);
        for (int i = 0; i < wrong.length - 1; i++) {
            reader.next(ByteBuffer.wrap(wrong, i, 1).slice());
        }
        ByteBuffer last = ByteBuffer.wrap(wrong, wrong.length - 1, 1).slice();
        assertEquals(
                code,
                assertThrows(ProtocolException.class, () -> reader.next(last)).code());
    }

    @Test
    void compressedMessagesAreMarkedOnTheirFirstFrameOnly() throws Exception {
        FrameReader reader = new FrameReader(LIMIT, true);
        byte[] empty = {};
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(frame(0x41, empty, 1));
        all.writeBytes(frame(0x80, empty, 1));
        all.writeBytes(frame(0x81, empty, 1));
        List<Boolean> compressed = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(all.toByteArray());
        while (reader.next(bytes)) {
            compressed.add(reader.isCompressed());
        }
        assertEquals(List.of(true, true, false), compressed);
        for (int first : new int[] {0xc0, 0xc9, 0xc8}) {
            assertThrows(
                    ProtocolException.class,
                    () -> new FrameReader(LIMIT, true).next(ByteBuffer.wrap(frame(first, empty, 1))));
        }
    }

    @Test
    void randomBytesAreFramesOrWrongAndNothingElse() {
        Random random = new Random(11);
        int wrong = 0;
        for (int round = 0; round < 20_000; round++) {
            FrameReader reader = new FrameReader(1000, random.nextBoolean());
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = (byte) (0x80 | random.nextInt(3));
                bytes[1] |= (byte) 0x80;
            }
            try {
                read(reader, bytes, 1 + random.nextInt(50));
            } catch (ProtocolException fault) {
                assertTrue(fault.code() == 1002 || fault.code() == 1009);
                wrong++;
            }
        }
        assertTrue(wrong > 10_000, wrong + " of 20,000 were wrong");
    }
}
