package io.jetalyst.example.chat;

/** The orientation of a photo, the only part of EXIF that changes how a browser draws it (Exif 2.32 §4.6.4). */
final class JpegOrientation {
    static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12; // bytes

    private JpegOrientation() {}

    /** Whether the rows of the file are columns on the screen. */
    static boolean isTurned(int orientation) {
        return orientation >= 5;
    }

    /**
     * Copies the orientation of an APP1 segment, and nothing else of it. Returns the orientation, 1 to 8; 1 is that of a segment without one,
     * of which nothing is kept.
     */
    static int copy(PictureParts parts, int from, int to) {
        int found = parts.hasText(from, "Exif\0\0") ? read(parts, from + 6, to) : UPRIGHT;
        if (found <= UPRIGHT || found > 8) {
            return UPRIGHT;
        }
        parts.add(0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8);
        parts.add(0, 1, TAG >> 8, TAG & 0xff, 0, SHORT, 0, 0, 0, 1, 0, found, 0, 0, 0, 0, 0, 0);
        return found;
    }

    /** Reads the first directory of a TIFF header. */
    private static int read(PictureParts parts, int tiff, int to) {
        boolean little = parts.hasText(tiff, "II*\0");
        if (tiff + 8 > to || !little && !parts.hasText(tiff, "MM\0*")) {
            return UPRIGHT;
        }
        long directory = tiff + number(parts, tiff + 4, 4, little);
        if (directory + 2 > to) {
            return UPRIGHT;
        }
        int entry = (int) directory + 2;
        for (long left = number(parts, (int) directory, 2, little); left > 0 && entry + ENTRY <= to; left--) {
            if (number(parts, entry, 2, little) == TAG && number(parts, entry + 2, 2, little) == SHORT) {
                return (int) number(parts, entry + 8, 2, little);
            }
            entry += ENTRY;
        }
        return UPRIGHT;
    }

    private static long number(PictureParts parts, int at, int bytes, boolean little) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | parts.unsignedByte(little ? at + bytes - 1 - i : at + i);
        }
        return value;
    }
}
