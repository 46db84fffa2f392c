package io.jetalyst.example.chat;

import io.jetalyst.example.chat.PictureMetadata.Drawn;

/** The segments of a JPEG file (ITU-T T.81 §B.1.1). */
final class JpegParts {
    /** A photo has about ten scans. A decoder draws the whole picture again for each of them. */
    private static final int MAX_SCANS = 50;

    private final PictureParts parts;
    private int orientation = JpegOrientation.UPRIGHT;
    private boolean hasFrame;
    private int scans;

    JpegParts(PictureParts parts) {
        this.parts = parts;
    }

    /** Copies the segments up to the end of the picture, or up to the first one that is malformed. */
    Drawn drawn() {
        parts.keep(0, 2);
        int at = 2;
        while (at + 4 <= parts.length() && parts.unsignedByte(at) == 0xff) {
            int marker = parts.unsignedByte(at + 1);
            if (marker == 0xff) {
                at++; // a fill byte
                continue;
            }
            int end = at + 2 + parts.unsignedShort(at + 2);
            if (!hasLength(marker) || end > parts.length() || isScan(marker) && ++scans > MAX_SCANS) {
                break;
            }
            if (isScan(marker)) {
                end = endOfScan(end);
            }
            if (marker == 0xe0 && parts.hasText(at + 4, "JFIF\0") && end >= at + 16) {
                parts.add(0xff, 0xe0, 0, 16);
                parts.keep(at + 4, at + 16);
                parts.add(0, 0); // without the thumbnail, which may show more than the picture
            } else if (isDrawn(marker, at + 4)) {
                parts.keep(at, end);
            } else if (marker == 0xe1 && orientation == JpegOrientation.UPRIGHT && scans == 0) {
                orientation = JpegOrientation.copy(parts, at + 4, end);
            }
            at = end;
        }
        parts.add(0xff, 0xd9);
        return new Drawn(parts.kept(), 0, JpegOrientation.isTurned(orientation));
    }

    /** Whether a length follows this marker. A decoder that finds one of the other markers between two segments reads on behind it. */
    static boolean hasLength(int marker) {
        return marker >= 0xc0 && (marker < 0xd0 || marker > 0xd9);
    }

    /** Whether this is one of the markers SOF0 to SOF15, among which are three of other meanings. */
    static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isScan(int marker) {
        return marker == 0xda;
    }

    /** Among the application segments, JFIF, which is copied in part, the colour profile and Adobe's transform of colours change how a picture is drawn. */
    private boolean isDrawn(int marker, int data) {
        if (isFrame(marker)) {
            boolean isFirst = !hasFrame; // its size is the one that was checked
            hasFrame = true;
            return isFirst;
        }
        return switch (marker) {
            case 0xc4, 0xcc, 0xda, 0xdb, 0xdd -> true; // tables, scans and the interval of restarts
            case 0xe2 -> parts.hasText(data, "ICC_PROFILE\0");
            case 0xee -> parts.hasText(data, "Adobe");
            default -> false;
        };
    }

    /** The next marker that is neither an escaped byte nor a restart. */
    private int endOfScan(int start) {
        for (int at = start; at + 1 < parts.length(); at++) {
            int next = parts.unsignedByte(at + 1);
            if (parts.unsignedByte(at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
        }
        return parts.length();
    }
}
