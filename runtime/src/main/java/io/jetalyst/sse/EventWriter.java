package io.jetalyst.sse;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.ResponseBody;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of a stream, each at once, on the thread that writes the response. {@link #end} interrupts that thread while it waits in
 * the stream.
 */
final class EventWriter<S> implements ResponseBody.Writer, ResponseBody.Endless, Closeable {
    private final Stream<S> source;
    private final Function<S, byte[]> encoder;
    /** Creates the event that is sent before those of the source. */
    private final @Nullable Supplier<byte[]> first;

    private final AtomicBoolean closed = new AtomicBoolean();

    /** The thread that is in code of the stream. Guarded by this, as the next. */
    private @Nullable Thread reader;

    private boolean ended;

    EventWriter(Stream<S> source, Function<S, byte[]> encoder, @Nullable Supplier<byte[]> first) {
        this.source = source;
        this.encoder = encoder;
        this.first = first;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        // before the head is sent, so that the client receives an error if it fails
        byte[] state = first == null ? new byte[0] : first.get();
        out.write(EventFormat.COMMENT);
        out.write(state);
        out.flush();
        Iterator<S> events = source.iterator();
        for (S event = next(events); event != null; event = next(events)) {
            out.write(encoder.apply(event));
            out.flush();
        }
    }

    /** The next event; {@code null} if the stream has ended, or {@link #end} was called. */
    private @Nullable S next(Iterator<S> events) {
        synchronized (this) {
            if (ended) {
                return null;
            }
            reader = Thread.currentThread();
        }
        try {
            return events.hasNext() ? requireNonNull(events.next(), "the stream has a null element") : null;
        } catch (RuntimeException failure) {
            if (isEnded()) {
                return null; // the stream reacts to the interrupt
            }
            throw failure;
        } finally {
            stopReading();
        }
    }

    /** The interrupt is for the stream only, not for the code that writes. */
    private synchronized void stopReading() {
        reader = null;
        if (ended) {
            Thread.interrupted();
        }
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    @Override
    public synchronized void end() {
        ended = true;
        if (reader != null) {
            reader.interrupt();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            source.close();
        }
    }
}
