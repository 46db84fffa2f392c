package io.jetalyst.example.chat;

import io.jetalyst.example.chat.PictureMetadata.Drawn;
import java.util.Set;

/** The chunks of a PNG file. */
final class PngParts {
    /** The chunks that a browser draws (PNG, third edition, §11). */
    private static final Set<String> DRAWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    /** The chunks of the frames of an animation. */
    private static final Set<String> OF_FRAMES = Set.of("fcTL", "fdAT");
    /** For each frame, a browser draws the whole picture again. */
    private static final int MAX_FRAMES = 1000;

    private final PictureParts parts;
    private int frames;

    PngParts(PictureParts parts) {
        this.parts = parts;
    }

    Drawn drawn() {
        parts.keep(0, 8);
        long pixels = 0;
        String type = "";
        long end;
        for (long next = 8; next + 12 <= parts.length() && !type.equals("IEND"); next = end) {
            int at = (int) next;
            type = parts.text(at + 4, 4);
            end = next + 12 + parts.unsignedInt(at);
            if (type.equals("fcTL") && ++frames <= MAX_FRAMES && at + 20 <= parts.length()) { // a frame of an animation
                pixels += parts.unsignedShort(at + 14) * (long) parts.unsignedShort(at + 18);
            }
            if (DRAWN.contains(type) && (frames <= MAX_FRAMES || !OF_FRAMES.contains(type))) {
                parts.keep(at, end);
            }
        }
        return new Drawn(parts.kept(), pixels, false);
    }
}
