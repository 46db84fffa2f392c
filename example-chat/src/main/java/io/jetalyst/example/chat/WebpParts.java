package io.jetalyst.example.chat;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.jetalyst.example.chat.PictureMetadata.Drawn;
import java.nio.ByteBuffer;
import java.util.Set;

/** The chunks of a WebP file (RFC 9649 §2). */
final class WebpParts {
    /** The chunks that a browser draws (RFC 9649 §2.7). */
    private static final Set<String> DRAWN = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private static final int NO_EXIF_AND_NO_XMP = ~0x0c;

    private final PictureParts parts;

    WebpParts(PictureParts parts) {
        this.parts = parts;
    }

    Drawn drawn() {
        parts.keep(0, 12);
        long all = Math.min(parts.length(), 8 + parts.unsignedInt(4));
        long pixels = 0;
        long end;
        for (long next = 12; next + 8 <= all; next = end) {
            int at = (int) next;
            long size = parts.unsignedInt(at + 4);
            end = next + 8 + size + (size & 1);
            String type = parts.text(at, 4);
            if (DRAWN.contains(type)) {
                parts.keep(at, Math.min(all, end));
            }
            if (type.equals("ANMF") && at + 20 <= all) { // a frame of an animation
                pixels += side(at + 14) * side(at + 17);
            }
        }
        return new Drawn(withNewHead(parts.kept()), pixels, false);
    }

    /** The length of a side, in three bytes and one less than it is. */
    private long side(int at) {
        return (parts.unsignedShort(at) | parts.unsignedByte(at + 2) << 16) + 1L;
    }

    private static byte[] withNewHead(byte[] kept) {
        ByteBuffer result = ByteBuffer.wrap(kept).order(LITTLE_ENDIAN);
        result.putInt(4, kept.length - 8);
        if (kept.length > 20 && new PictureParts(kept, LITTLE_ENDIAN).hasText(12, "VP8X")) {
            result.put(20, (byte) (result.get(20) & NO_EXIF_AND_NO_XMP));
        }
        return kept;
    }
}
