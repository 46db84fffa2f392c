package io.jetalyst.conformance;

import io.jetalyst.socket.MessageStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Echoes a message in the parts in which it is received. */
final class StreamedEcho<P> {
    private @Nullable MessageStream<P> stream;

    /** @param opener opens the stream of a new message */
    void take(Supplier<MessageStream<P>> opener, P part, boolean last) {
        MessageStream<P> begun = stream == null ? opener.get() : stream;
        begun.write(part);
        if (last) {
            begun.close();
        }
        stream = last ? null : begun;
    }
}
