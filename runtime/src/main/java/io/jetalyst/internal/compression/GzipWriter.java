package io.jetalyst.internal.compression;

import io.jetalyst.http.ResponseBody;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Compresses the content of another body while a thread writes it. */
final class GzipWriter implements ResponseBody.Writer, ResponseBody.Abortable, Closeable {
    private final ResponseBody body;
    private final ResponseBody.Writer source;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param body closed with this one
     * @param source writes the content of the body
     * @param release called once, when the body is closed
     */
    GzipWriter(ResponseBody body, ResponseBody.Writer source, Runnable release) {
        this.body = body;
        this.source = source;
        this.release = release;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        GzipStream gzip = new GzipStream(out);
        try {
            source.writeTo(gzip);
            gzip.finish(); // not after a failure, so that the client sees the truncation
        } finally {
            gzip.release();
        }
    }

    @Override
    public void abort() {
        if (source instanceof ResponseBody.Abortable abortable) {
            abortable.abort();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
            body.close();
        }
    }
}
