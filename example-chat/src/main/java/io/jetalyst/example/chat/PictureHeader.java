package io.jetalyst.example.chat;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The format and the size of a picture, as its first bytes say. The name and the media type that a client declares do not count.
 *
 * @param mediaType of PNG, JPEG, GIF or WebP. SVG is none of them: it is a document that can contain scripts.
 */
record PictureHeader(String mediaType, int width, int height) {
    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    /** Empty if the content is no picture in one of the formats. */
    static Optional<PictureHeader> of(byte[] content) {
        if (content.length < 30) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        String start = new String(content, 0, 16, ISO_8859_1);
        if (start.startsWith(PNG) && start.startsWith("IHDR", 12)) {
            return Optional.of(new PictureHeader("image/png", bytes.getInt(16), bytes.getInt(20)));
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            bytes.order(LITTLE_ENDIAN);
            return Optional.of(new PictureHeader("image/gif", unsigned(bytes, 6), unsigned(bytes, 8)));
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return jpeg(bytes.order(BIG_ENDIAN));
        }
        return start.startsWith("RIFF") && start.startsWith("WEBP", 8)
                ? webp(start.substring(12), bytes.order(LITTLE_ENDIAN))
                : Optional.empty();
    }

    /** Looks for the frame header among the segments (ITU-T T.81 §B.1.1). */
    private static Optional<PictureHeader> jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++; // a fill byte
            } else if (!JpegParts.hasLength(marker)) {
                return Optional.empty();
            } else if (JpegParts.isFrame(marker)) {
                return Optional.of(new PictureHeader("image/jpeg", unsigned(bytes, at + 7), unsigned(bytes, at + 5)));
            } else {
                at += 2 + unsigned(bytes, at + 2);
            }
        }
        return Optional.empty();
    }

    /** The first chunk has the size (RFC 9649 §2). */
    private static Optional<PictureHeader> webp(String chunk, ByteBuffer bytes) {
        return switch (chunk) {
            case "VP8 " -> sized(unsigned(bytes, 26) & 0x3fff, unsigned(bytes, 28) & 0x3fff);
            case "VP8L" -> {
                int sizes = bytes.getInt(21);
                yield sized((sizes & 0x3fff) + 1, (sizes >>> 14 & 0x3fff) + 1);
            }
            case "VP8X" -> sized((bytes.getInt(24) & 0xffffff) + 1, (bytes.getInt(26) >>> 8) + 1);
            default -> Optional.empty();
        };
    }

    /** The header of a picture whose rows are shown as columns. */
    PictureHeader turned() {
        return new PictureHeader(mediaType, height, width);
    }

    private static Optional<PictureHeader> sized(int width, int height) {
        return Optional.of(new PictureHeader("image/webp", width, height));
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }
}
