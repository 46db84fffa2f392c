package io.jetalyst.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A third-party WebSocket client with its own compression. */
interface EchoClient extends AutoCloseable {
    /** The timeout for a response: long enough for a busy machine. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Opens a socket.
     *
     * @param agreed the expected parameters of the response, for a client that does not read them
     */
    EchoSocket connect(URI uri, DeflateOffer offer, Set<String> agreed) throws Exception;

    @Override
    void close() throws IOException;

    /** An open socket, for use by one thread. */
    interface EchoSocket extends AutoCloseable {
        /** Sends a message in these parts; returns when it was written to the network. */
        void send(boolean text, List<ByteBuffer> parts) throws Exception;

        /** Returns the next message; throws if the socket is closed before, or on a timeout. */
        EchoMessage receive() throws Exception;

        @Override
        void close() throws IOException;
    }
}
