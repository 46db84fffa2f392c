package io.jetalyst.support;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.http.ResponseBody;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Writes the elements of a stream as JSON, and closes it once. */
final class ElementWriter<T> implements ResponseBody.Writer, Closeable {
    private final ElementFormat format;
    private final BodyWriter<T> writer;
    private final Stream<T> elements;
    private final AtomicBoolean closed = new AtomicBoolean();

    ElementWriter(ElementFormat format, BodyWriter<T> writer, Stream<T> elements) {
        this.format = format;
        this.writer = writer;
        this.elements = elements;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        boolean first = true;
        Iterator<T> all = elements.iterator();
        while (all.hasNext()) {
            out.write(format.element(writer, all.next(), first));
            first = false;
        }
        out.write(format.end(first));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            elements.close();
        }
    }
}
