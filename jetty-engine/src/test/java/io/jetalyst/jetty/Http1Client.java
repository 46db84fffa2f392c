package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractCall;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.contract.engine.ContractSocket;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of HTTP/1.1 that keeps one connection open as long as the server does. */
final class Http1Client implements ContractClient {
    private final int port;
    private final Runnable stop;
    private final Opener opener;
    private @Nullable RawSocket kept;
    private int connections;

    Http1Client(RunningEngine engine) {
        this(engine, RawSocket::new);
    }

    /** @param opener connects to a port */
    Http1Client(RunningEngine engine, Opener opener) {
        this(engine.port(), () -> engine.stop(Duration.ofSeconds(20)), opener);
    }

    /** @param stop stops the server of this port */
    Http1Client(int port, Runnable stop) {
        this(port, stop, RawSocket::new);
    }

    private Http1Client(int port, Runnable stop, Opener opener) {
        this.port = port;
        this.stop = stop;
        this.opener = opener;
    }

    /** Connects to a port of this machine. */
    @FunctionalInterface
    interface Opener {
        RawSocket open(int port) throws IOException;
    }

    @Override
    public ContractCall call(String method, String path, long length, String... headers) throws IOException {
        RawSocket raw = kept;
        kept = null;
        if (raw == null) {
            raw = opener.open(port);
            connections++;
        }
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (length != 0) {
            head.append(length < 0 ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + length + "\r\n");
        }
        raw.write(head + "\r\n");
        return new Call(raw, method, length < 0);
    }

    @Override
    public ContractSocket upgrade(String path) throws IOException {
        RawSocket raw = opener.open(port);
        raw.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        String[] lines = raw.readHead().split("\r\n");
        return new Socket(raw, new Answer(status(lines), fields(lines), new byte[0], true));
    }

    private record Socket(RawSocket raw, Answer handshake) implements ContractSocket {
        @Override
        public void send(byte[] bytes) throws IOException {
            raw.write(bytes);
        }

        @Override
        public byte[] read(int length) throws IOException {
            return raw.readFully(length);
        }

        @Override
        public void awaitEnd() throws IOException {
            raw.awaitEnd();
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }

    private static int status(String... lines) {
        return Integer.parseInt(lines[0].substring(9, 12));
    }

    private static Map<String, List<String>> fields(String... lines) {
        Map<String, List<String>> fields = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            fields.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        return fields;
    }

    @Override
    public int connections() {
        return connections;
    }

    @Override
    public void stop() {
        stop.run();
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
        }
        stop();
    }

    private final class Call implements ContractCall {
        private final RawSocket raw;
        private final String method;
        private final boolean chunked;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private String @Nullable [] head;
        private boolean ended;

        Call(RawSocket raw, String method, boolean chunked) {
            this.raw = raw;
            this.method = method;
            this.chunked = chunked;
        }

        @Override
        public void send(byte[] part) throws IOException {
            if (chunked) {
                raw.write(Integer.toHexString(part.length) + "\r\n");
                raw.write(part);
                raw.write("\r\n");
            } else {
                raw.write(part);
            }
        }

        @Override
        public void end() throws IOException {
            if (chunked) {
                raw.write("0\r\n\r\n");
            }
        }

        @Override
        public void abort() {
            raw.reset();
        }

        @Override
        public void awaitContinue() throws IOException {
            String head = raw.readHead();
            if (!head.startsWith("HTTP/1.1 100 ")) {
                throw new AssertionError(head);
            }
        }

        @Override
        public void awaitText(String text) throws IOException {
            Map<String, List<String>> fields = fields(head());
            while (!body.toString(UTF_8).contains(text)) {
                if (ended) {
                    throw new AssertionError("the body does not contain \"" + text + "\": " + body.toString(UTF_8));
                }
                readPart(fields);
            }
        }

        @Override
        public Answer await() throws IOException {
            String[] lines = head();
            Map<String, List<String>> fields = fields(lines);
            int status = status(lines);
            ended |= method.equals("HEAD") || status == 304 || status == 204;
            boolean complete = true;
            try {
                while (!ended) {
                    readPart(fields);
                }
            } catch (IOException cut) {
                complete = false;
            }
            if (complete && !fields.containsKey("connection")) {
                kept = raw;
            } else {
                raw.close();
            }
            return new Answer(status, fields, body.toByteArray(), complete);
        }

        private String[] head() throws IOException {
            String[] lines = head;
            if (lines == null) {
                lines = raw.readHead().split("\r\n");
                head = lines;
            }
            return lines;
        }

        /** Reads a chunk, or a whole body that is not chunked. */
        private void readPart(Map<String, List<String>> fields) throws IOException {
            if (!fields.containsKey("transfer-encoding")) {
                body.writeBytes(raw.readFully(Integer.parseInt(
                        fields.getOrDefault("content-length", List.of("0")).get(0))));
                ended = true;
                return;
            }
            int size = chunkSize();
            body.writeBytes(raw.readFully(size));
            ended = size == 0;
            if (ended) {
                raw.readFully(2);
            }
        }

        /** The line before a chunk. Jetty sends the line break behind a chunk together with the next one. */
        private int chunkSize() throws IOException {
            StringBuilder line = new StringBuilder();
            while (line.isEmpty()
                    || line.charAt(line.length() - 1) != '\n'
                    || line.toString().isBlank()) {
                line.append(new String(raw.readFully(1), ISO_8859_1));
            }
            return Integer.parseInt(line.toString().strip(), 16);
        }
    }
}
