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
import java.time.Duration;
import java.util.ArrayList;
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
        public Answer await() throws InterruptedException {
            MemoryCall.Answer answer = call.await();
            Map<String, List<String>> fields = new HashMap<>();
            for (HeaderField field : answer.headers()) {
                fields.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .add(field.value());
            }
            return new Answer(answer.status(), fields, answer.body(), answer.complete());
        }
    }
}
