package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * The content of a {@link Response}. The engine that sends a response calls {@link #close} exactly once, also where it sends no content
 * ({@code HEAD}, 304) or the client is gone. Code that drops a response without sending it calls {@link Response#close}.
 */
public sealed interface ResponseBody {
    /** No content. */
    ResponseBody EMPTY = new Bytes(new byte[0]);

    /** The number of bytes; −1 if it is known only at the end. */
    long length();

    /** Releases what the body holds. */
    default void close() {}

    /**
     * Bytes in memory.
     *
     * @param bytes not copied: nobody may change them
     */
    record Bytes(byte[] bytes) implements ResponseBody {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /**
     * A value that the JSON codec of the application encodes when the controller, error handler or filter has returned it. Neither a filter
     * around that nor an engine sees such a body, but {@link Bytes}.
     */
    record Json(Object value) implements ResponseBody {
        public Json {
            requireNonNull(value);
        }

        @Override
        public long length() {
            return -1;
        }
    }

    /**
     * A part of a file. The engine opens the file when it sends the response, and closes it.
     *
     * @param from the position of the first byte
     * @param length the number of bytes
     */
    record FileRegion(Path path, long from, long length) implements ResponseBody {
        public FileRegion {
            requireNonNull(path);
            if (from < 0 || length < 0) {
                throw new IllegalArgumentException("not a region: " + length + " bytes from " + from);
            }
        }
    }

    /**
     * Parts that a publisher delivers. The engine requests the next part when the network has taken the last one; it cancels the
     * subscription if the client is gone. A publisher that fails ends the connection, so that the client sees the truncation.
     *
     * @param length the number of bytes of all parts; −1 if unknown
     * @param onClose called once: after the last part, after a failure, or if the engine does not subscribe
     */
    record Stream(Flow.Publisher<ByteBuffer> publisher, long length, Runnable onClose) implements ResponseBody {
        @Override
        public void close() {
            onClose.run();
        }
    }

    /**
     * The bytes of a stream that may block. A thread for blocking tasks reads it, at the pace of the client.
     *
     * @param length the number of bytes; −1 if unknown
     */
    record Input(InputStream stream, long length) implements ResponseBody {
        @Override
        public void close() {
            try {
                stream.close();
            } catch (IOException ignored) {
                // All bytes that the client was to get are read, or the client is gone.
            }
        }
    }

    /**
     * Bytes that code writes. A thread for blocking tasks calls the writer once; {@code write} blocks while the client does not read, and
     * throws an {@code IOException} when the client is gone.
     *
     * @param length the number of bytes; −1 if unknown
     */
    record Output(Writer writer, long length) implements ResponseBody {
        /** The characters that a writer writes, encoded in UTF-8. Their number is known only at the end. */
        public static Output ofText(TextWriter text) {
            requireNonNull(text);
            return new Output(
                    out -> {
                        java.io.Writer encoded = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        text.writeTo(encoded);
                        encoded.flush();
                    },
                    -1);
        }

        @Override
        public void close() {
            if (writer instanceof Closeable closeable) {
                try {
                    closeable.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /**
     * The publisher of a {@link Stream} or the writer of an {@link Output} that has no end of its own, such as events. When the server stops,
     * the framework ends it, so that the stop need not wait for the client to leave.
     */
    interface Endless {
        /** Ends the content soon, as if its source had ended. Does nothing the second time. May be called before the content begins. */
        void end();

        /**
         * Called before the content is sent.
         *
         * @param keepAlive the longest time without a sign of life for the client, unless the application has set it
         * @param blocking runs code of the application that may block; throws an {@link HttpProblem} with 503 if too many tasks run
         */
        default void begin(Duration keepAlive, Executor blocking) {}
    }

    /**
     * The publisher of a {@link Stream} or the writer of an {@link Output} whose content comes over time, and may have no end, such as the elements of
     * a stream. When the session or the identity of the client ends, the framework aborts it.
     */
    interface Abortable {
        /**
         * Fails the content soon, with an {@link AccessEndedException}, so that the client sees that it is not complete. Does nothing the second time. May
         * be called before the content begins, and on any thread. Does not block.
         */
        void abort();
    }

    /** Writes the content of a response. It need not close the stream. A writer that is {@link Closeable} is closed with the body. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the content of a response as characters, which are encoded in UTF-8. It need not close the writer. */
    @FunctionalInterface
    interface TextWriter {
        void writeTo(java.io.Writer out) throws IOException;
    }

    /** Writes any part of a content, so that a client can request ranges of it (RFC 9110 §14). */
    @FunctionalInterface
    interface RangeWriter {
        /**
         * Writes exactly {@code length} bytes.
         *
         * @param from the position of the first byte in the whole content
         */
        void writeTo(OutputStream out, long from, long length) throws IOException;
    }

    /**
     * The writer of a part of a content. A response with such a body and the field {@code Accept-Ranges: bytes} serves ranges.
     *
     * @param from the position of the first byte
     * @param length the number of bytes
     */
    record Region(RangeWriter source, long from, long length) implements Writer {
        public Region {
            requireNonNull(source);
            if (from < 0 || length < 0) {
                throw new IllegalArgumentException("not a region: " + length + " bytes from " + from);
            }
        }

        /** The body of the whole content, which has this number of bytes. */
        public static Output of(RangeWriter source, long length) {
            return new Output(new Region(source, 0, length), length);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            source.writeTo(out, from, length);
        }
    }
}
