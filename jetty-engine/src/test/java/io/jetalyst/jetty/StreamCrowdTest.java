package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.jetty.process.MarkedRequest;
import io.jetalyst.jetty.process.MarkerTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many requests at one time in the streams of a few connections of HTTP/2, each with markers of its own. */
@Timeout(300)
class StreamCrowdTest {
    private static final int CONNECTIONS = 8;
    private static final int STREAMS = 100;
    private static final int PIECE = 64;
    private static final int GOAWAY = 7;
    private static final int MOST_RECEIVED = 30_000;
    /** RFC 9113 §6.9.2. */
    private static final int FIRST_WINDOW = 65_535;

    /** Each stream may receive 1 MiB: {@code SETTINGS_INITIAL_WINDOW_SIZE} (RFC 9113 §6.5.2). */
    private static final byte[] STREAM_WINDOWS = {0, 4, 0, 0x10, 0, 0};

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RunningApp app =
            App.builder().args("--port=0").mount(new MarkerTable()).build().start();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        app.close();
    }

    @Test
    void givesEachOfManyStreamsItsOwnAnswer() throws Exception {
        sendMarkers(2);
    }

    @Test
    @Tag("long")
    void givesEachOfAHundredThousandStreamsItsOwnAnswer() throws Exception {
        sendMarkers(125);
    }

    private void sendMarkers(int rounds) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int first = i * rounds * STREAMS;
            running.add(threads.submit(() -> {
                try (Connection connection = new Connection(app.port())) {
                    for (int round = 0; round < rounds; round++) {
                        connection.check(first + round * STREAMS);
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get(4, TimeUnit.MINUTES);
        }
    }

    /** One connection, whose streams send their bodies in small pieces, in turn. */
    private static final class Connection implements AutoCloseable {
        private final Http2Socket socket;
        private final Map<Integer, ByteArrayOutputStream> answers = new HashMap<>();
        private int stream = 1;
        /** The bytes that the client may send in all streams together (RFC 9113 §5.2). */
        private int window = FIRST_WINDOW;
        /** The bytes that the client may send in each stream. */
        private final Map<Integer, Integer> windows = new HashMap<>();

        private int open;
        /** The bytes of all streams since the last update of the window. */
        private int received;

        Connection(int port) throws IOException {
            socket = new Http2Socket(port, STREAM_WINDOWS);
        }

        /** Sends the requests with these numbers, and checks all their responses. */
        void check(int first) throws Exception {
            int firstStream = stream;
            List<ByteBuffer> bodies = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                MarkedRequest request = new MarkedRequest(first + i);
                socket.request(stream, 0, head(request));
                answers.put(stream, new ByteArrayOutputStream());
                windows.put(stream, FIRST_WINDOW);
                bodies.add(ByteBuffer.wrap(request.body()));
                stream += 2;
                open++;
            }
            while (bodies.stream().anyMatch(ByteBuffer::hasRemaining)) {
                for (int i = 0; i < STREAMS; i++) {
                    send(firstStream + 2 * i, bodies.get(i));
                }
            }
            while (open > 0) {
                receive();
            }
            for (int i = 0; i < STREAMS; i++) {
                assertEquals(
                        new MarkedRequest(first + i).expected(),
                        answers.remove(firstStream + 2 * i).toString(StandardCharsets.UTF_8));
            }
        }

        private static String[] head(MarkedRequest request) {
            return Stream.concat(
                            Stream.of(":method", "POST", ":scheme", "http", ":path", request.path()),
                            Stream.concat(Stream.of(":authority", "localhost"), Arrays.stream(request.fields())))
                    .toArray(String[]::new);
        }

        /** Sends a piece of the body; a long body has long pieces. */
        private void send(int stream, ByteBuffer body) throws Exception {
            if (!body.hasRemaining()) {
                return;
            }
            byte[] piece = new byte[Math.min(body.remaining(), Math.max(PIECE, body.capacity() / 8))];
            while (Math.min(window, windows.get(stream)) < piece.length) {
                receive();
            }
            body.get(piece);
            window -= piece.length;
            windows.merge(stream, -piece.length, Integer::sum);
            socket.send(Http2Socket.DATA, body.hasRemaining() ? 0 : Http2Socket.END_STREAM, stream, piece);
        }

        private void receive() throws Exception {
            Http2Socket.Frame frame = socket.next();
            switch (frame.type()) {
                case Http2Socket.HEADERS ->
                    socket.decoder().decode(ByteBuffer.wrap(frame.payload())); // each changes the table of the decoder
                case Http2Socket.DATA -> receive(frame);
                case Http2Socket.WINDOW_UPDATE -> {
                    int more = ByteBuffer.wrap(frame.payload()).getInt();
                    if (frame.stream() == 0) {
                        window += more;
                    } else {
                        windows.merge(frame.stream(), more, Integer::sum);
                    }
                }
                case Http2Socket.RST_STREAM ->
                    throw new AssertionError("the server has reset " + frame.stream() + " with the code "
                            + ByteBuffer.wrap(frame.payload()).getInt());
                case GOAWAY ->
                    throw new AssertionError("the server ends: "
                            + new String(frame.payload(), 8, frame.payload().length - 8, StandardCharsets.UTF_8));
                default -> {} // settings
            }
            if (frame.stream() != 0 && frame.isLast() && frame.type() <= Http2Socket.HEADERS) {
                open--;
            }
        }

        private void receive(Http2Socket.Frame frame) throws IOException {
            answers.get(frame.stream()).writeBytes(frame.payload());
            received += frame.payload().length;
            if (received > MOST_RECEIVED) { // the server rejects many small updates
                byte[] count = ByteBuffer.allocate(4).putInt(received).array();
                socket.send(Http2Socket.WINDOW_UPDATE, 0, 0, count);
                received = 0;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
