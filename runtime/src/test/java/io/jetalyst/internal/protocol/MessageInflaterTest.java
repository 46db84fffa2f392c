package io.jetalyst.internal.protocol;

import static io.jetalyst.internal.protocol.Payloads.buffer;
import static io.jetalyst.internal.protocol.Payloads.bytes;
import static io.jetalyst.internal.protocol.Payloads.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageInflaterTest {
    private static final DeflateAgreement CONTEXT = new DeflateAgreement(false, false, 0);
    private static final DeflateAgreement NO_CONTEXT = new DeflateAgreement(true, true, 0);

    private final ZlibPool pool = new ZlibPool();

    @AfterEach
    void nothingNativeIsLeft() {
        pool.close();
        assertEquals(0, pool.alive());
    }

    /** A message, put together. */
    private static final class Taken implements MessageInflater.Sink<DataFormatException> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int ends;

        @Override
        public void take(ByteBuffer piece, boolean last) throws DataFormatException {
            assertEquals(0, ends, "nothing comes after the end");
            assertTrue(last || piece.hasRemaining(), "only the last piece may be empty");
            assertTrue(piece.remaining() <= 8192);
            bytes.writeBytes(bytes(piece));
            ends += last ? 1 : 0;
        }
    }

    /** The message in parts of this size. */
    private static byte[] inflate(MessageInflater inflater, ByteBuffer compressed, int size)
            throws DataFormatException {
        Taken taken = new Taken();
        for (int from = 0; from < compressed.limit(); from += Math.min(size, compressed.limit() - from)) {
            int length = Math.min(size, compressed.limit() - from);
            inflater.inflate(compressed.slice(from, length), from + length == compressed.limit(), taken);
        }
        assertEquals(1, taken.ends);
        return taken.bytes.toByteArray();
    }

    private static String inflate(MessageInflater inflater, String compressed) throws DataFormatException {
        return ascii(inflate(inflater, hex(compressed), Integer.MAX_VALUE));
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** RFC 7692 §7.2.3. */
    @Test
    void theExamplesOfTheRfc() throws DataFormatException {
        for (DeflateAgreement agreement : List.of(CONTEXT, NO_CONTEXT)) {
            try (MessageInflater inflater = new MessageInflater(pool, agreement)) {
                assertEquals("Hello", inflate(inflater, "f2 48 cd c9 c9 07 00"));
                assertEquals("Hello", inflate(inflater, "00 05 00 fa ff 48 65 6c 6c 6f 00"));
                assertEquals("Hello", inflate(inflater, "f3 48 cd c9 c9 07 00 00"));
                assertEquals("Hello", inflate(inflater, "f2 48 05 00 00 00 ff ff ca c9 c9 07 00"));
                assertEquals("", inflate(inflater, "00"));
                assertEquals("Hello", inflate(inflater, "f2 48 cd c9 c9 07 00"));
            }
        }
    }

    @Test
    void aMessageMayReferToTheOneBeforeOnlyWithContext() throws DataFormatException {
        try (MessageInflater inflater = new MessageInflater(pool, CONTEXT)) {
            assertEquals("Hello", inflate(inflater, "f2 48 cd c9 c9 07 00"));
            assertEquals("Hello", inflate(inflater, "f2 00 11 00 00"));
        }
        try (MessageInflater inflater = new MessageInflater(pool, NO_CONTEXT)) {
            assertEquals("Hello", inflate(inflater, "f2 48 cd c9 c9 07 00"));
            assertThrows(DataFormatException.class, () -> inflate(inflater, "f2 00 11 00 00"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 8192, Integer.MAX_VALUE})
    void anySplitComesBack(int size) throws DataFormatException {
        for (DeflateAgreement agreement : List.of(CONTEXT, NO_CONTEXT, new DeflateAgreement(true, false, 9))) {
            try (MessageDeflater deflater = new MessageDeflater(pool, agreement);
                    MessageInflater inflater = new MessageInflater(pool, agreement)) {
                for (byte[] payload : Payloads.all()) {
                    ByteBuffer compressed = deflater.deflate(buffer(payload), true);
                    assertArrayEquals(payload, inflate(inflater, compressed, size));
                }
            }
        }
    }

    /** A final block ends a stream, and another may follow; also where the payload is cut between them (§7.2.3.4). */
    @Test
    void streamsFollowEachOther() throws DataFormatException {
        for (DeflateAgreement agreement : List.of(CONTEXT, NO_CONTEXT)) {
            for (int size = 1; size < 20; size++) {
                try (MessageInflater inflater = new MessageInflater(pool, agreement)) {
                    ByteBuffer two = hex("f3 48 cd c9 c9 07 00 f3 48 cd c9 c9 07 00 00");
                    assertEquals("HelloHello", ascii(inflate(inflater, two, size)));
                    ByteBuffer withoutTheOctetAfterIt = hex("f3 48 cd c9 c9 07 00");
                    assertEquals("Hello", ascii(inflate(inflater, withoutTheOctetAfterIt, size)));
                    assertEquals("Hello", inflate(inflater, "f2 48 cd c9 c9 07 00"));
                }
            }
        }
    }

    @Test
    void aMessageWithoutPayloadIsEmpty() throws DataFormatException {
        for (DeflateAgreement agreement : List.of(CONTEXT, NO_CONTEXT)) {
            try (MessageInflater inflater = new MessageInflater(pool, agreement)) {
                Taken taken = new Taken();
                inflater.inflate(buffer(), false, taken);
                inflater.inflate(buffer(), true, taken);
                assertEquals(1, taken.ends);
                assertEquals("Hello", inflate(inflater, "f2 48 cd c9 c9 07 00"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff ff ff ff",
                "06", // a kind of block that does not exist
                "00 05 00 05 00 48 65 6c 6c 6f 00", // a length that contradicts itself
                "f2 00 11 00 00", // what does it refer to?
                "48 65 6c 6c 6f", // not compressed
                "00 05 00 fa ff 48", // the rest of the block would be read from the tail
            })
    void whatIsNotCompressedIsNoticed(String compressed) {
        for (DeflateAgreement agreement : List.of(CONTEXT, NO_CONTEXT)) {
            try (MessageInflater inflater = new MessageInflater(pool, agreement)) {
                assertThrows(DataFormatException.class, () -> inflate(inflater, compressed));
            }
        }
    }

    @Test
    void aMessageThatIsCutIsNoticedWithoutContext() {
        byte[] payload = Payloads.text(500);
        try (MessageDeflater deflater = new MessageDeflater(pool, NO_CONTEXT)) {
            ByteBuffer compressed = deflater.deflate(buffer(payload), true);
            for (int length = 1; length < compressed.limit(); length++) {
                ByteBuffer cut = compressed.slice(0, length);
                try (MessageInflater inflater = new MessageInflater(pool, NO_CONTEXT)) {
                    assertThrows(
                            DataFormatException.class, () -> inflate(inflater, cut, Integer.MAX_VALUE), "at " + length);
                }
            }
        }
    }

    private static final class TooBig extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** 1 GiB of zeros. */
    private void bomb(MessageInflater.Sink<TooBig> sink) throws DataFormatException, TooBig {
        DeflateAgreement agreement = new DeflateAgreement(true, true, 14);
        try (MessageDeflater deflater = new MessageDeflater(pool, agreement);
                MessageInflater inflater = new MessageInflater(pool, agreement)) {
            ByteBuffer mebibyte = deflater.deflate(buffer(new byte[1 << 20]), false); // refers to nothing before it
            for (int i = 1; i <= 1024; i++) {
                inflater.inflate(mebibyte, false, sink);
            }
            inflater.inflate(buffer(new byte[1]), true, sink);
        }
    }

    @Test
    void aBombCostsNoMemory() throws DataFormatException, TooBig {
        long[] count = new long[1];
        Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        bomb((piece, last) -> {
            count[0] += piece.remaining();
            arrays.add(piece.array());
        });
        assertEquals(1L << 30, count[0]);
        assertEquals(1, arrays.size(), "all pieces are over one array");
        assertEquals(8192, arrays.iterator().next().length);
    }

    @Test
    void stopsInflatingWhenTheSinkThrows() {
        long[] count = new long[1];
        assertThrows(
                TooBig.class,
                () -> bomb((piece, last) -> {
                    count[0] += piece.remaining();
                    if (count[0] > 65536) {
                        throw new TooBig();
                    }
                }));
        assertEquals(65536 + 8192, count[0]);
    }

    @Test
    void aSinkMayCloseTheInflater() throws DataFormatException {
        for (boolean last : new boolean[] {true, false}) {
            MessageDeflater deflater = new MessageDeflater(pool, NO_CONTEXT);
            MessageInflater inflater = new MessageInflater(pool, NO_CONTEXT);
            int[] pieces = new int[1];
            inflater.inflate(deflater.deflate(buffer(new byte[100_000]), last), last, (piece, end) -> {
                pieces[0]++;
                inflater.close();
            });
            deflater.close();
            assertEquals(1, pieces[0]);
            assertThrows(IllegalStateException.class, () -> inflate(inflater, "00"));
        }
    }

    @Test
    void onlyAContextHoldsMemoryBetweenMessages() throws DataFormatException {
        MessageInflater keeping = new MessageInflater(pool, CONTEXT);
        MessageInflater forgetting = new MessageInflater(pool, NO_CONTEXT);
        assertEquals(0, pool.alive());
        inflate(forgetting, "f2 48 cd c9 c9 07 00");
        inflate(keeping, "f2 48 cd c9 c9 07 00");
        assertEquals(1, pool.alive(), "what one gave back the other took");
        forgetting.inflate(hex("f2 48"), false, (piece, last) -> {});
        assertEquals(2, pool.alive());
        assertThrows(DataFormatException.class, () -> inflate(keeping, "06"));
        keeping.close();
        forgetting.close();
        keeping.close();
        assertEquals(2, pool.alive(), "idle");
    }
}
