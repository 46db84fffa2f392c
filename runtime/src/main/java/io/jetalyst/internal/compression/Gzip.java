package io.jetalyst.internal.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Compresses bytes in memory (RFC 1952). */
public final class Gzip {
    /** A smaller content fits into one packet anyway. */
    public static final int MIN_BYTES = 1024;

    private Gzip() {}

    /** The same bytes, compressed. */
    public static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(512, bytes.length / 3));
        try (GzipStream gzip = new GzipStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
