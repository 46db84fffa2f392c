package io.jetalyst.support;

import static java.util.Objects.requireNonNull;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.http.AccessEndedException;
import io.jetalyst.http.ResponseBody;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the elements of a stream as JSON, and closes it once. {@link #abort} interrupts the thread that writes while it waits in the stream.
 */
final class ElementWriter<T> implements ResponseBody.Writer, ResponseBody.Abortable, Closeable {
    private final ElementFormat format;
    private final BodyWriter<T> writer;
    private final Stream<T> elements;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The thread that is in code of the stream. Guarded by this, as the next. */
    private @Nullable Thread reader;

    private boolean isAborted;

    ElementWriter(ElementFormat format, BodyWriter<T> writer, Stream<T> elements) {
        this.format = format;
        this.writer = writer;
        this.elements = elements;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        boolean first = true;
        Iterator<T> all = elements.iterator();
        for (T element = next(all); element != null; element = next(all)) {
            out.write(format.element(writer, element, first));
            first = false;
        }
        out.write(format.end(first));
    }

    /** The next element; {@code null} if the stream has ended. */
    private @Nullable T next(Iterator<T> all) throws IOException {
        beginReading();
        try {
            return all.hasNext() ? requireNonNull(all.next(), "the stream has a null element") : null;
        } catch (RuntimeException failure) {
            failIfAborted(); // the stream reacts to the interrupt
            throw failure;
        } finally {
            endReading();
        }
    }

    private synchronized void beginReading() throws IOException {
        failIfAborted();
        reader = Thread.currentThread();
    }

    private synchronized void failIfAborted() throws IOException {
        if (isAborted) {
            throw new AccessEndedException();
        }
    }

    /** The interrupt is for the stream only, not for the code that writes. */
    private synchronized void endReading() {
        reader = null;
        if (isAborted) {
            Thread.interrupted();
        }
    }

    @Override
    public synchronized void abort() {
        isAborted = true;
        if (reader != null) {
            reader.interrupt();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            elements.close();
        }
    }
}
