package io.jetalyst.engine;

import io.jetalyst.http.Headers;
import java.nio.ByteBuffer;

/** Receives the parts of a multipart body from a {@link PartParser}: {@link #begin}, then {@link #content} any number of times, then {@link #end}. */
public interface PartReceiver {
    /** The header of a part is complete. */
    void begin(Headers headers);

    /** @param bytes valid until the method returns */
    void content(ByteBuffer bytes);

    /** The part is complete. */
    void end();
}
