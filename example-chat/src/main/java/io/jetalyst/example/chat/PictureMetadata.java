package io.jetalyst.example.chat;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Removes the data that a browser does not need to draw a picture, such as the place where a phone took a photo (EXIF, XMP, comments). The
 * page draws a picture again before it sends it, so only other clients send such data. The server keeps the parts that it knows, and
 * removes all others, also data behind the end of the picture. A photo whose EXIF data has an orientation is then shown as the camera
 * stored it.
 */
final class PictureMetadata {
    /** The chunks of PNG that a browser draws (PNG, third edition, §11). */
    private static final Set<String> PNG_CHUNKS = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    /** The chunks of WebP that a browser draws (RFC 9649 §2.7). */
    private static final Set<String> WEBP_CHUNKS = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private final byte[] content;
    private final ByteBuffer bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private PictureMetadata(byte[] content, ByteOrder order) {
        this.content = content;
        bytes = ByteBuffer.wrap(content).order(order);
    }

    /** Returns the same picture without its metadata. A GIF stays as it is: cameras write none. */
    static byte[] remove(PictureHeader header, byte[] content) {
        return switch (header.mediaType()) {
            case "image/jpeg" -> new PictureMetadata(content, BIG_ENDIAN).jpeg();
            case "image/png" -> new PictureMetadata(content, BIG_ENDIAN).png();
            case "image/webp" -> new PictureMetadata(content, LITTLE_ENDIAN).webp();
            default -> content;
        };
    }

    /** Copies the segments up to the end of the picture, or up to the first one that is malformed (ITU-T T.81 §B.1.1). */
    private byte[] jpeg() {
        keep(0, 2);
        int at = 2;
        while (at + 4 <= content.length && unsigned(at) == 0xff) {
            int marker = unsigned(at + 1);
            int end = at + 2 + (bytes.getShort(at + 2) & 0xffff);
            if (marker == 0xff) {
                at++; // a fill byte
                continue;
            }
            if (marker == 0xd9 || end > content.length) {
                break;
            }
            if (marker == 0xda) { // a scan: its data follow the segment
                end = endOfScan(end);
            }
            if (isDrawn(marker, at + 4)) {
                keep(at, end);
            }
            at = end;
        }
        kept.write(0xff);
        kept.write(0xd9);
        return kept.toByteArray();
    }

    /** Among the application segments, JFIF, the colour profile and Adobe's transform of colours change how a picture is drawn. */
    private boolean isDrawn(int marker, int data) {
        boolean isApplication = marker >= 0xe0 && marker <= 0xef;
        return isApplication
                ? marker == 0xe0 && hasText(data, "JFIF\0")
                        || marker == 0xe2 && hasText(data, "ICC_PROFILE\0")
                        || marker == 0xee && hasText(data, "Adobe")
                : marker != 0xfe; // a comment
    }

    /** The next marker that is neither an escaped byte nor a restart. */
    private int endOfScan(int start) {
        for (int at = start; at + 1 < content.length; at++) {
            int next = unsigned(at + 1);
            if (unsigned(at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
        }
        return content.length;
    }

    private byte[] png() {
        keep(0, 8);
        String type = "";
        for (long at = 8, end; at + 12 <= content.length && !type.equals("IEND"); at = end) {
            type = text((int) at + 4);
            end = at + 12 + (bytes.getInt((int) at) & 0xffff_ffffL);
            if (PNG_CHUNKS.contains(type)) {
                keep((int) at, end);
            }
        }
        return kept.toByteArray();
    }

    private byte[] webp() {
        keep(0, 12);
        long all = Math.min(content.length, 8 + (bytes.getInt(4) & 0xffff_ffffL));
        for (long at = 12, end; at + 8 <= all; at = end) {
            long size = bytes.getInt((int) at + 4) & 0xffff_ffffL;
            end = at + 8 + size + (size & 1);
            if (WEBP_CHUNKS.contains(text((int) at))) {
                keep((int) at, Math.min(all, end));
            }
        }
        ByteBuffer result = ByteBuffer.wrap(kept.toByteArray()).order(LITTLE_ENDIAN);
        result.putInt(4, result.capacity() - 8);
        if (result.capacity() > 20 && hasText(12, "VP8X")) {
            result.put(20, (byte) (result.get(20) & ~0x0c)); // has neither EXIF nor XMP now
        }
        return result.array();
    }

    private void keep(int from, long to) {
        kept.write(content, from, (int) Math.min(to, content.length) - from);
    }

    private int unsigned(int at) {
        return content[at] & 0xff;
    }

    private String text(int at) {
        return new String(content, at, 4, ISO_8859_1);
    }

    private boolean hasText(int at, String text) {
        return at + text.length() <= content.length && new String(content, at, text.length(), ISO_8859_1).equals(text);
    }
}
