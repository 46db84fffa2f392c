package io.jetalyst.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A WebSocket client that others have written, with compression of its own. */
interface EchoClient extends AutoCloseable {
    /** For an answer: a busy machine has time, a wrong server an end. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Opens a socket.
     *
     * @param agreed the parameters that will be answered, for a client that does not look
     */
    EchoSocket connect(URI uri, DeflateOffer offer, Set<String> agreed) throws Exception;

    @Override
    void close() throws IOException;

    /** An open socket, for one thread. */
    interface EchoSocket extends AutoCloseable {
        /** Sends a message in these parts; returns when it was handed to the network. */
        void send(boolean text, List<ByteBuffer> parts) throws Exception;

        /** The next message; throws if the socket ends before, or if it takes too long. */
        EchoMessage receive() throws Exception;

        @Override
        void close() throws IOException;
    }
}
