package io.jetalyst.sse;

import io.jetalyst.http.ResponseBody;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the events of a stream, each at once, on the thread that writes the response. */
final class EventWriter<S> implements ResponseBody.Writer, Closeable {
    private final Stream<S> source;
    private final Function<S, byte[]> encoder;
    private final AtomicBoolean closed = new AtomicBoolean();

    EventWriter(Stream<S> source, Function<S, byte[]> encoder) {
        this.source = source;
        this.encoder = encoder;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(EventFormat.COMMENT);
        out.flush();
        Iterator<S> events = source.iterator();
        while (events.hasNext()) {
            out.write(encoder.apply(events.next()));
            out.flush();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            source.close();
        }
    }
}
