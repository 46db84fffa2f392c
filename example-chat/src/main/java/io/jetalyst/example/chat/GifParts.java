package io.jetalyst.example.chat;

import io.jetalyst.example.chat.PictureMetadata.Drawn;

/** The blocks of a GIF file (GIF89a specification, §17 to §27). */
final class GifParts {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private final PictureParts parts;
    /** For each frame, a browser draws the whole picture again. */
    private static final int MAX_FRAMES = 1000;

    private long pixels;
    private int frames;

    GifParts(PictureParts parts) {
        this.parts = parts;
    }

    /** Copies the blocks up to the trailer, or up to the first one that is malformed. */
    Drawn drawn() {
        int at = 13 + colours(10);
        parts.keep(0, at);
        while (at < parts.length() && isWellFormed(at)) {
            boolean isImage = parts.unsignedByte(at) == IMAGE;
            if (isImage && ++frames > MAX_FRAMES) {
                break;
            }
            int end = endOfBlocks(isImage ? at + 11 + colours(at + 9) : at + 2);
            if (isImage) {
                pixels += pixels(at);
            }
            parts.keep(at, isImage ? end : at + drawn(at));
            at = end;
        }
        parts.add(TRAILER);
        return new Drawn(parts.kept(), pixels, false);
    }

    /** An image lies within the picture (§20). Browsers enlarge a picture for the first image. */
    private boolean isWellFormed(int at) {
        int block = parts.unsignedByte(at);
        return block == EXTENSION
                || block == IMAGE
                        && at + 11 <= parts.length()
                        && parts.unsignedShort(at + 1) + parts.unsignedShort(at + 5) <= parts.unsignedShort(6)
                        && parts.unsignedShort(at + 3) + parts.unsignedShort(at + 7) <= parts.unsignedShort(8);
    }

    private long pixels(int at) {
        return (long) parts.unsignedShort(at + 5) * parts.unsignedShort(at + 7);
    }

    /** The bytes of an extension that a browser draws: the time of a frame (§23), or how often an animation is repeated; 0 for any other. */
    private int drawn(int at) {
        if (parts.hasText(at + 1, "\u00f9\u0004") && isEnd(at + 7)) {
            return 8;
        }
        return parts.hasText(at + 1, "\u00ff\u000bNETSCAPE2.0\u0003\u0001") && isEnd(at + 18) ? 19 : 0;
    }

    private boolean isEnd(int at) {
        return at < parts.length() && parts.unsignedByte(at) == 0;
    }

    /** The bytes of a table of colours that this byte of flags announces. */
    private int colours(int flags) {
        int value = parts.unsignedByte(flags);
        return (value & 0x80) == 0 ? 0 : 3 << (value & 7) + 1;
    }

    /** Each block begins with its length, and an empty one ends the row. */
    private int endOfBlocks(int start) {
        int at = start;
        while (at < parts.length()) {
            int length = parts.unsignedByte(at);
            at += length + 1;
            if (length == 0) {
                return at;
            }
        }
        return parts.length();
    }
}
