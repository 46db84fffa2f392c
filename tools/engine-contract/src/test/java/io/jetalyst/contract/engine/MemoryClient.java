package io.jetalyst.contract.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.testkit.MemoryCall;
import io.jetalyst.testkit.MemoryEngine;
import io.jetalyst.testkit.MemorySocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The engine in memory with its own client. */
final class MemoryClient implements ContractClient {
    private final MemoryEngine engine = new MemoryEngine();
    private final RunningEngine running;

    MemoryClient(EngineOptions options, ExchangeHandler handler) {
        running = engine.start(options, handler);
    }

    @Override
    public ContractCall call(String method, String path, long length, String... headers) {
        Map<String, List<String>> fields = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], List.of(headers[i + 1]));
        }
        Request request =
                Request.builder(method, path).headers(Headers.of(fields)).build();
        return new Call(engine.call(request, length));
    }

    @Override
    public ContractSocket upgrade(String path) throws InterruptedException {
        MemoryCall call = engine.call(Request.builder("GET", path).build(), 0);
        return new Socket(call.socket(), Call.answer(call.await()));
    }

    @Override
    public int connections() {
        return 0;
    }

    @Override
    public void stop() {
        running.stop(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        stop();
    }

    private record Call(MemoryCall call) implements ContractCall {
        @Override
        public void send(byte[] part) {
            call.send(part);
        }

        @Override
        public void end() {
            call.end();
        }

        @Override
        public void abort() {
            call.abort();
        }

        @Override
        public void awaitContinue() {
            assertTrue(call.isContinued());
        }

        @Override
        public void awaitText(String text) throws InterruptedException {
            call.awaitText(text);
        }

        @Override
        public Answer await() throws InterruptedException {
            return answer(call.await());
        }

        private static Answer answer(MemoryCall.Answer answer) {
            Map<String, List<String>> fields = new HashMap<>();
            for (HeaderField field : answer.headers()) {
                fields.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(field.value());
            }
            return new Answer(answer.status(), fields, answer.body(), answer.complete());
        }
    }

    /** The bytes of a {@link MemorySocket} arrive at once or from a thread of the engine; the test's time bounds the loops. */
    private static final class Socket implements ContractSocket {
        private final MemorySocket socket;
        private final Answer handshake;
        private int position;

        Socket(MemorySocket socket, Answer handshake) {
            this.socket = socket;
            this.handshake = handshake;
        }

        @Override
        public Answer handshake() {
            return handshake;
        }

        @Override
        public void send(byte[] bytes) {
            socket.send(bytes);
        }

        @Override
        public byte[] read(int length) {
            byte[] received = socket.received();
            while (received.length - position < length) {
                Thread.onSpinWait();
                received = socket.received();
            }
            position += length;
            return Arrays.copyOfRange(received, position - length, position);
        }

        @Override
        public void awaitEnd() {
            while (!socket.isOutputEnded()) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
