package io.jetalyst.jetty.fcgi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractCall;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.contract.engine.ContractSocket;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.jetty.JettyEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A web server that passes the requests of the contract on, over one connection as long as the server keeps it. */
final class FcgiClient implements ContractClient {
    static final Listener LISTENER = Listener.parse("fcgi://127.0.0.1:0");

    private final RunningEngine engine;
    private @Nullable FcgiSocket kept;
    private int connections;

    private FcgiClient(RunningEngine engine) {
        this.engine = engine;
    }

    /** Starts an engine with these options that listens for FastCGI. */
    static FcgiClient start(EngineOptions options, ExchangeHandler handler) throws IOException {
        return new FcgiClient(new JettyEngine()
                .start(
                        EngineOptions.of(LISTENER)
                                .proxies(peer -> true)
                                .idleTimeout(options.idleTimeout())
                                .bodyTimeout(options.bodyTimeout())
                                .headTimeout(options.headTimeout())
                                .maxBlockingTasks(options.maxBlockingTasks()),
                        handler));
    }

    @Override
    public ContractCall call(String method, String path, long length, String... headers) throws IOException {
        FcgiSocket socket = kept;
        kept = null;
        if (socket == null) {
            socket = new FcgiSocket(engine.port());
            connections++;
        }
        Map<String, String> fields = new HashMap<>(Map.of("REQUEST_METHOD", method));
        for (int i = 0; i < headers.length; i += 2) {
            String name = headers[i].toUpperCase(Locale.ROOT).replace('-', '_');
            fields.put(name.equals("CONTENT_TYPE") ? name : "HTTP_" + name, headers[i + 1]);
        }
        fields.put("CONTENT_LENGTH", length > 0 ? Long.toString(length) : "");
        String[] more = fields.entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                .toArray(String[]::new);
        socket.write(
                FcgiSocket.begin(1, FcgiSocket.KEEP),
                FcgiSocket.record(FcgiSocket.PARAMS, 1, FcgiSocket.pairs(FcgiSocket.get(path, more))),
                FcgiSocket.record(FcgiSocket.PARAMS, 1));
        Call call = new Call(socket, length);
        if (length == 0) {
            call.end();
        }
        return call;
    }

    @Override
    public ContractSocket upgrade(String path) {
        throw new UnsupportedOperationException("FastCGI carries no sockets");
    }

    @Override
    public int connections() {
        return connections;
    }

    @Override
    public void stop() {
        engine.stop(Duration.ofSeconds(20));
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
        }
        stop();
    }

    private final class Call implements ContractCall {
        private final FcgiSocket socket;
        private long left;
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private boolean ended;

        Call(FcgiSocket socket, long length) {
            this.socket = socket;
            this.left = length;
        }

        @Override
        public void send(byte[] part) throws IOException {
            if (part.length > 0) {
                socket.write(FcgiSocket.record(FcgiSocket.STDIN, 1, part));
            }
            if (left > 0 && part.length == left) {
                end();
            }
            left -= part.length;
        }

        @Override
        public void end() throws IOException {
            if (!ended) {
                socket.write(FcgiSocket.record(FcgiSocket.STDIN, 1));
            }
            ended = true;
        }

        @Override
        public void abort() {
            socket.reset();
        }

        /** A web server sends it itself. */
        @Override
        public void awaitContinue() {}

        @Override
        public void awaitText(String text) throws IOException {
            while (!output.toString(UTF_8).contains(text)) {
                if (!readPart()) {
                    throw new AssertionError("the response does not contain \"" + text + "\": " + output);
                }
            }
        }

        /** @return {@code false} at the end */
        private boolean readPart() throws IOException {
            FcgiSocket.Record record = socket.read();
            output.writeBytes(record.type() == FcgiSocket.STDOUT ? record.content() : new byte[0]);
            return record.type() != FcgiSocket.END;
        }

        @Override
        public Answer await() throws IOException {
            boolean complete;
            try {
                while (readPart()) {
                    // until the end
                }
                complete = true;
            } catch (IOException cut) {
                complete = false;
            }
            if (complete && ended) {
                kept = socket;
            } else {
                socket.close();
            }
            FcgiSocket.Response response = FcgiSocket.parse(output.toByteArray());
            Map<String, List<String>> fields = new HashMap<>();
            response.fields().forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), value));
            return new Answer(response.status(), fields, response.body(), complete);
        }
    }
}
