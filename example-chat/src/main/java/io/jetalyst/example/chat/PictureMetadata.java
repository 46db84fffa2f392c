package io.jetalyst.example.chat;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

/**
 * Removes the data that a browser does not need to draw a picture, such as the place where a phone took a photo (EXIF, XMP, comments). The
 * page draws a picture again before it sends it, so only other clients send such data.
 *
 * <p>The server keeps the parts that it knows, and removes all others, also data behind the end of the picture. So a file that is a picture
 * and a script, an archive or a page at the same time is only a picture then, and the browsers read the same size from it as the server.
 * The orientation of a photo is kept.
 */
final class PictureMetadata {
    private PictureMetadata() {}

    /**
     * The parts of a picture that a browser draws.
     *
     * @param pixels of all frames of an animation together; 0 if the picture has one frame
     * @param isTurned whether a browser shows the rows as columns, as with a photo that was taken upright
     */
    record Drawn(byte[] bytes, long pixels, boolean isTurned) {}

    static Drawn remove(PictureHeader header, byte[] content) {
        return switch (header.mediaType()) {
            case "image/jpeg" -> new JpegParts(new PictureParts(content, BIG_ENDIAN)).drawn();
            case "image/png" -> new PngParts(new PictureParts(content, BIG_ENDIAN)).drawn();
            case "image/webp" -> new WebpParts(new PictureParts(content, LITTLE_ENDIAN)).drawn();
            default -> new GifParts(new PictureParts(content, LITTLE_ENDIAN)).drawn();
        };
    }
}
