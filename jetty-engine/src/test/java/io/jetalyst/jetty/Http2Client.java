package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractCall;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.contract.engine.ContractSocket;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MetaData;
import org.jspecify.annotations.Nullable;

/** A client of HTTP/2 with all requests on one connection, one at a time. */
final class Http2Client implements ContractClient {
    private static final byte[] CANCEL = {0, 0, 0, 8};

    private final Runnable stop;
    private final Http2Socket connection;
    private final String scheme;
    private int streams;

    Http2Client(RunningEngine engine) throws IOException {
        this(engine, "http", RawSocket::new);
    }

    /** @param opener connects to a port */
    Http2Client(RunningEngine engine, String scheme, Http1Client.Opener opener) throws IOException {
        this(() -> engine.stop(Duration.ofSeconds(20)), scheme, opener.open(engine.port()));
    }

    /** @param stop stops the server of this port */
    Http2Client(int port, Runnable stop) throws IOException {
        this(stop, "http", new RawSocket(port));
    }

    private Http2Client(Runnable stop, String scheme, RawSocket connection) throws IOException {
        this.stop = stop;
        this.scheme = scheme;
        this.connection = new Http2Socket(connection, new byte[0]);
    }

    @Override
    public ContractCall call(String method, String path, long length, String... headers) throws IOException {
        int stream = 2 * streams++ + 1;
        List<String> fields = new ArrayList<>(
                List.of(":method", method, ":scheme", scheme, ":path", path, ":authority", "localhost"));
        if (length > 0) {
            fields.addAll(List.of("content-length", Long.toString(length)));
        }
        fields.addAll(Arrays.asList(headers));
        connection.request(stream, length == 0 ? Http2Socket.END_STREAM : 0, fields.toArray(String[]::new));
        return new Call(stream, length);
    }

    @Override
    public ContractSocket upgrade(String path) throws Exception {
        Call call = new Call(2 * streams++ + 1, -1);
        connection.request(
                call.stream,
                0,
                ":method",
                "CONNECT",
                ":protocol",
                "websocket",
                ":scheme",
                scheme,
                ":path",
                path,
                ":authority",
                "localhost");
        MetaData.Response head = call.decode(call.next());
        return new Socket(call, new Answer(head.getStatus(), fields(head), new byte[0], true));
    }

    private static Map<String, List<String>> fields(MetaData.Response head) {
        Map<String, List<String>> fields = new HashMap<>();
        for (HttpField field : head.getHttpFields()) {
            fields.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(field.getValue());
        }
        return fields;
    }

    /** Opens the windows of the stream and the connection for each part that it receives. */
    private final class Socket implements ContractSocket {
        private final Call call;
        private final Answer handshake;
        private ByteBuffer received = ByteBuffer.allocate(0);
        private boolean ended;

        Socket(Call call, Answer handshake) {
            this.call = call;
            this.handshake = handshake;
        }

        @Override
        public Answer handshake() {
            return handshake;
        }

        @Override
        public void send(byte[] bytes) throws IOException {
            connection.send(Http2Socket.DATA, 0, call.stream, bytes);
        }

        @Override
        public byte[] read(int length) throws IOException {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; ) {
                if (!received.hasRemaining()) {
                    receive();
                }
                int count = Math.min(length - i, received.remaining());
                received.get(bytes, i, count);
                i += count;
            }
            return bytes;
        }

        private void receive() throws IOException {
            Http2Socket.Frame frame = call.next();
            ended = frame.isLast() || frame.type() == Http2Socket.RST_STREAM;
            if (frame.type() == Http2Socket.DATA && frame.payload().length > 0) {
                received = ByteBuffer.wrap(frame.payload());
                byte[] count =
                        ByteBuffer.allocate(4).putInt(received.remaining()).array();
                connection.send(Http2Socket.WINDOW_UPDATE, 0, call.stream, count);
                connection.send(Http2Socket.WINDOW_UPDATE, 0, 0, count);
            }
        }

        @Override
        public void awaitEnd() throws IOException {
            while (!ended) {
                receive();
            }
        }

        @Override
        public void close() throws IOException {
            call.abort();
        }
    }

    @Override
    public int connections() {
        return 1;
    }

    @Override
    public void stop() {
        stop.run();
    }

    @Override
    public void close() throws IOException {
        connection.close();
        stop();
    }

    private final class Call implements ContractCall {
        private final int stream;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private long left;
        private MetaData.@Nullable Response head;
        private boolean ended;
        private boolean reset;

        Call(int stream, long length) {
            this.stream = stream;
            this.left = length;
        }

        @Override
        public void send(byte[] part) throws IOException {
            left -= part.length;
            connection.send(Http2Socket.DATA, left == 0 ? Http2Socket.END_STREAM : 0, stream, part);
        }

        @Override
        public void end() throws IOException {
            if (left != 0) {
                left = 0;
                connection.send(Http2Socket.DATA, Http2Socket.END_STREAM, stream, new byte[0]);
            }
        }

        @Override
        public void abort() throws IOException {
            connection.send(Http2Socket.RST_STREAM, 0, stream, CANCEL);
        }

        @Override
        public void awaitContinue() throws Exception {
            int status = decode(next()).getStatus();
            if (status != 100) {
                throw new AssertionError("not a 100 but " + status);
            }
        }

        @Override
        public void awaitText(String text) throws Exception {
            while (!body.toString(UTF_8).contains(text)) {
                if (ended) {
                    throw new AssertionError("the body does not contain \"" + text + "\": " + body.toString(UTF_8));
                }
                receive();
            }
        }

        @Override
        public Answer await() throws Exception {
            while (!ended) {
                receive();
            }
            MetaData.Response received = head;
            return received == null
                    ? new Answer(0, Map.of(), new byte[0], false)
                    : new Answer(received.getStatus(), fields(received), body.toByteArray(), !reset);
        }

        private void receive() throws Exception {
            Http2Socket.Frame frame = next();
            if (frame.type() == Http2Socket.HEADERS && head == null) {
                head = decode(frame);
            } else if (frame.type() == Http2Socket.DATA) {
                body.writeBytes(frame.payload());
            }
            reset = frame.type() == Http2Socket.RST_STREAM;
            ended = reset || frame.isLast();
        }

        private Http2Socket.Frame next() throws IOException {
            Http2Socket.Frame frame = connection.next();
            while (frame.stream() != stream || frame.type() == Http2Socket.WINDOW_UPDATE) {
                frame = connection.next();
            }
            return frame;
        }

        private MetaData.Response decode(Http2Socket.Frame frame) throws Exception {
            return (MetaData.Response) connection.decoder().decode(ByteBuffer.wrap(frame.payload()));
        }
    }
}
