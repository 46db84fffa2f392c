package io.jetalyst.internal.protocol;

import static io.jetalyst.internal.protocol.Payloads.buffer;
import static io.jetalyst.internal.protocol.Payloads.bytes;
import static io.jetalyst.internal.protocol.Payloads.hex;
import static io.jetalyst.internal.protocol.Payloads.inflate;
import static io.jetalyst.internal.protocol.Payloads.joined;
import static io.jetalyst.internal.protocol.Payloads.withTail;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDeflaterTest {
    private static final byte[] HELLO = "Hello".getBytes(StandardCharsets.US_ASCII);
    private static final DeflateAgreement CONTEXT = new DeflateAgreement(false, false, 0);
    private static final DeflateAgreement NO_CONTEXT = new DeflateAgreement(true, true, 0);

    private final ZlibPool pool = new ZlibPool();
    private final Inflater zlib = new Inflater(true);

    @AfterEach
    void nothingNativeIsLeft() {
        zlib.end();
        pool.close();
        assertEquals(0, pool.alive());
    }

    private static List<ByteBuffer> parts(MessageDeflater deflater, byte[] payload, int size) {
        List<ByteBuffer> parts = new ArrayList<>();
        for (int from = 0; from < payload.length; from += size) {
            int length = Math.min(size, payload.length - from);
            parts.add(deflater.deflate(ByteBuffer.wrap(payload, from, length), from + length == payload.length));
        }
        return parts;
    }

    /** RFC 7692 §7.2.3.1 and §7.2.3.2. */
    @Test
    void theExamplesOfTheRfc() {
        try (MessageDeflater deflater = new MessageDeflater(pool, CONTEXT)) {
            assertEquals("f2 48 cd c9 c9 07 00", hex(deflater.deflate(buffer(HELLO), true)));
            assertEquals("f2 00 11 00 00", hex(deflater.deflate(buffer(HELLO), true)));
        }
        try (MessageDeflater deflater = new MessageDeflater(pool, NO_CONTEXT)) {
            assertEquals("f2 48 cd c9 c9 07 00", hex(deflater.deflate(buffer(HELLO), true)));
            assertEquals("f2 48 cd c9 c9 07 00", hex(deflater.deflate(buffer(HELLO), true)));
        }
    }

    /** §7.2.3.6; an empty part at the end of a message, too. */
    @Test
    void anEmptyMessageIsOneByte() throws DataFormatException {
        for (DeflateAgreement agreement : List.of(CONTEXT, NO_CONTEXT)) {
            try (MessageDeflater deflater = new MessageDeflater(pool, agreement)) {
                zlib.reset();
                assertEquals("00", hex(deflater.deflate(buffer(), true)));
                assertEquals("", hex(deflater.deflate(buffer(), false)));
                ByteBuffer first = deflater.deflate(buffer(HELLO), false);
                ByteBuffer end = deflater.deflate(buffer(), true);
                assertEquals("00", hex(end));
                assertArrayEquals(HELLO, inflate(zlib, joined(List.of(first, end)), 5));
                assertEquals("00", hex(deflater.deflate(buffer(), true)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 8192, Integer.MAX_VALUE})
    void anyPartsComeBack(int size) throws DataFormatException {
        try (MessageDeflater keeping = new MessageDeflater(pool, CONTEXT);
                MessageDeflater forgetting = new MessageDeflater(pool, NO_CONTEXT)) {
            Inflater kept = new Inflater(true);
            for (byte[] payload : Payloads.all()) {
                if (payload.length <= 1000 || size >= 100) {
                    assertArrayEquals(payload, inflate(kept, joined(parts(keeping, payload, size)), payload.length));
                    zlib.reset();
                    assertArrayEquals(payload, inflate(zlib, joined(parts(forgetting, payload, size)), payload.length));
                }
            }
            kept.end();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15})
    void noReferenceLeavesTheWindow(int bits) throws DataFormatException {
        try (MessageDeflater deflater = new MessageDeflater(pool, new DeflateAgreement(true, true, bits))) {
            for (byte[] payload : Payloads.all()) {
                for (int size : new int[] {100, 5000, Integer.MAX_VALUE}) {
                    byte[] compressed = joined(parts(deflater, payload, size));
                    SmallInflater small = new SmallInflater(withTail(compressed));
                    assertArrayEquals(payload, small.bytes());
                    assertTrue(small.farthest() <= 1 << bits, () -> small.farthest() + " bytes back");
                    zlib.reset();
                    assertArrayEquals(payload, inflate(zlib, compressed, payload.length));
                }
            }
        }
    }

    /** That the check above would find it. */
    @Test
    void aFullWindowIsUsed() {
        try (MessageDeflater deflater = new MessageDeflater(pool, NO_CONTEXT)) {
            byte[] compressed = bytes(deflater.deflate(buffer(Payloads.periodic(1000)), true));
            assertEquals(300, new SmallInflater(withTail(compressed)).farthest());
        }
    }

    @Test
    void onlyWhatGetsSmallerIsCompressedWithoutContext() {
        try (MessageDeflater deflater = new MessageDeflater(pool, NO_CONTEXT)) {
            assertEquals(Optional.empty(), deflater.deflateWhole(buffer(new byte[127])));
            assertTrue(
                    deflater.deflateWhole(buffer(new byte[128])).orElseThrow().remaining() < 10);
            assertEquals(Optional.empty(), deflater.deflateWhole(buffer(Payloads.random(5000))));
        }
        try (MessageDeflater deflater = new MessageDeflater(pool, CONTEXT)) {
            assertEquals(Optional.empty(), deflater.deflateWhole(buffer()));
            assertTrue(deflater.deflateWhole(buffer(HELLO)).isPresent());
            byte[] noise = Payloads.random(5000);
            assertTrue(deflater.deflateWhole(buffer(noise)).orElseThrow().remaining() > 5000);
            assertTrue(deflater.deflateWhole(buffer(noise)).orElseThrow().remaining() < 100, "it was seen before");
        }
    }

    @Test
    void thePartIsLeftAsItIs() {
        ByteBuffer part =
                ByteBuffer.wrap(Payloads.text(1000)).position(10).limit(900).asReadOnlyBuffer();
        try (MessageDeflater deflater = new MessageDeflater(pool, NO_CONTEXT)) {
            ByteBuffer once = deflater.deflate(part, true);
            assertEquals(once, deflater.deflate(part, true));
            assertEquals(10, part.position());
            ByteBuffer direct =
                    ByteBuffer.allocateDirect(890).put(part.duplicate()).flip();
            assertEquals(once, deflater.deflate(direct, true));
        }
    }

    @Test
    void onlyAContextHoldsMemoryBetweenMessages() {
        MessageDeflater keeping = new MessageDeflater(pool, CONTEXT);
        MessageDeflater another = new MessageDeflater(pool, CONTEXT);
        MessageDeflater forgetting = new MessageDeflater(pool, NO_CONTEXT);
        assertEquals(0, pool.alive());
        forgetting.deflate(buffer(HELLO), true);
        keeping.deflate(buffer(HELLO), true);
        assertEquals(1, pool.alive(), "what one gave back the other took");
        another.deflate(buffer(HELLO), true);
        assertEquals(2, pool.alive());
        forgetting.deflate(buffer(HELLO), false);
        assertEquals(3, pool.alive());
        List.of(keeping, another, forgetting).forEach(MessageDeflater::close);
        forgetting.close();
        assertEquals(3, pool.alive(), "idle");
        assertThrows(IllegalStateException.class, () -> keeping.deflate(buffer(HELLO), true));
    }
}
