package io.jetalyst.example.chat;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.jetalyst.example.chat.PictureMetadata.Drawn;
import java.nio.ByteBuffer;
import java.util.Set;

/** The chunks of a WebP file (RFC 9649 §2). */
final class WebpParts {
    /** The chunks that a browser draws (RFC 9649 §2.7). */
    private static final Set<String> DRAWN = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ICCP");

    private static final Set<String> DRAWN_IN_FRAME = Set.of("VP8 ", "VP8L", "ALPH");
    /** The head of the chunk of a frame, and the rectangle and the time of the frame. */
    private static final int FRAME_HEAD = 24;
    /** For each frame, a browser draws the whole picture again. */
    private static final int MAX_FRAMES = 1000;

    private static final int NO_EXIF_AND_NO_XMP = ~0x0c;

    private final PictureParts parts;
    private int frames;

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
            if (type.equals("ANMF")) {
                if (size < FRAME_HEAD - 8 || at + FRAME_HEAD > all || ++frames > MAX_FRAMES) {
                    break;
                }
                pixels += side(at + 14) * side(at + 17);
                keepFrame(at, Math.min(all, end));
            } else if (DRAWN.contains(type)) {
                parts.keep(at, Math.min(all, end));
            }
        }
        return new Drawn(withNewHead(parts.kept()), pixels, false);
    }

    /** Keeps the chunks of a frame that a browser draws (RFC 9649 §2.7.1.1). */
    private void keepFrame(int at, long end) {
        PictureParts inner = parts.part(at + FRAME_HEAD, end);
        long next;
        for (long chunk = 0; chunk + 8 <= inner.length(); chunk = next) {
            long size = inner.unsignedInt((int) chunk + 4);
            next = chunk + 8 + size + (size & 1);
            if (DRAWN_IN_FRAME.contains(inner.text((int) chunk, 4))) {
                inner.keep((int) chunk, next);
            }
        }
        byte[] kept = inner.kept();
        int size = FRAME_HEAD - 8 + kept.length;
        parts.keep(at, at + 4);
        parts.add(size & 0xff, size >> 8 & 0xff, size >> 16 & 0xff, size >> 24);
        parts.keep(at + 8, at + FRAME_HEAD);
        parts.add(kept);
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
