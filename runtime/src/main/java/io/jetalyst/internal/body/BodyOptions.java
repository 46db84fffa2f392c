package io.jetalyst.internal.body;

/**
 * Limits of bodies, in bytes, for routes without a limit of their own.
 *
 * @param maxBytes the longest body that is read into memory, and the longest sum of the texts of a form
 * @param maxUploadBytes the longest form with files
 * @param uploads the directory of uploaded files
 * @param gzip whether bodies may have the content coding gzip
 */
public record BodyOptions(int maxBytes, int maxUploadBytes, UploadDirectory uploads, boolean gzip) {
    /** The default limits. */
    public static BodyOptions defaults() {
        return new BodyOptions(1 << 20, 10 << 20, new UploadDirectory(), false);
    }
}
