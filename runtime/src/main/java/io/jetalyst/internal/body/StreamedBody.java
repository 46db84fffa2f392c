package io.jetalyst.internal.body;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.engine.RequestBody;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body that the method reads. */
record StreamedBody(RequestBody body) implements ReceivedBody {
    @Override
    public InputStream inputStream() {
        return body.inputStream();
    }

    @Override
    public Flow.Publisher<ByteBuffer> publisher() {
        return body.stream();
    }
}
