package io.jetalyst.internal.compression;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses what is written to it. {@link #flush} sends all of it, so that a client can read it at once. Not safe for several threads. */
final class GzipStream extends GZIPOutputStream {
    private static final int BUFFER_BYTES = 8192;

    /** @throws IOException if the header cannot be written */
    GzipStream(OutputStream out) throws IOException {
        super(out, BUFFER_BYTES, true);
    }

    /** Frees the memory of the compressor, which is 256 KiB outside of the heap. Nothing more can be written. */
    void release() {
        def.end();
    }
}
