package io.jetalyst.contract.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.Listener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * The frame of the contract: the engine under test and its client. An engine has a test class for each of {@link ExchangeContract},
 * {@link BodyContract}, {@link ResponseContract} and {@link UpgradeContract}.
 */
@Timeout(60)
public abstract class EngineContract {
    private static final long LIMIT = 20;

    private @Nullable ContractClient client;

    EngineContract() {}

    /** Starts the engine under test, and a client for it. */
    protected abstract ContractClient start(EngineOptions options, ExchangeHandler handler) throws Exception;

    @AfterEach
    void close() throws Exception {
        if (client != null) {
            client.close();
        }
    }

    final ContractClient serve(ExchangeHandler handler) throws Exception {
        return serve(EngineOptions.of(Listener.http("127.0.0.1", 0)), handler);
    }

    final ContractClient serve(EngineOptions options, ExchangeHandler handler) throws Exception {
        ContractClient started = start(options, handler);
        client = started;
        return started;
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(LIMIT, TimeUnit.SECONDS);
    }

    static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LIMIT, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void assertBytes(byte[] expected, Answer answer) {
        assertTrue(answer.complete());
        assertArrayEquals(expected, answer.body());
    }
}
