package io.jetalyst.internal.body;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.engine.RequestBody;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body that the method reads. */
record StreamedBody(RequestBody body) implements ReceivedBody {
    /** @param max the number of bytes that the method may read; an announced length was checked before */
    static ReceivedBody of(RequestBody body, long max) {
        return max == Long.MAX_VALUE || body.length() >= 0 ? new StreamedBody(body) : new BoundedBody(body, max);
    }

    @Override
    public InputStream inputStream() {
        return body.inputStream();
    }

    @Override
    public Flow.Publisher<ByteBuffer> publisher() {
        return body.stream();
    }
}
