package io.jetalyst.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.HttpProblem;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PulledBodyTest {
    private final EngineOptions options = EngineOptions.of(Listener.http("127.0.0.1", 0));
    /** The bytes that all bodies may have in memory. */
    private static final long ALL = Math.max(1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    /** A body whose parts have arrived, but not its end. */
    private final class Begun extends PulledBody {
        private final Queue<byte[]> parts;

        Begun(int... lengths) {
            super(options, (task, nanos) -> () -> {});
            this.parts = new ArrayDeque<>();
            for (int length : lengths) {
                parts.add(new byte[length]);
            }
        }

        @Override
        public long length() {
            return -1;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        protected byte @Nullable [] pull() {
            return parts.poll();
        }

        @Override
        protected void demand(Runnable arrived) {}
    }

    @Test
    void releasesMemoryOfBodyThatIsTooLong() {
        Begun tooLong = new Begun(10, 20_000);
        tooLong.reserve(ALL);
        CompletionStage<byte[]> read = tooLong.read(20_000);
        assertFailed(413, read);
        new Begun().reserve(ALL);
    }

    @Test
    void releasesMemoryOfBodyThatDoesNotFit() {
        Begun first = new Begun();
        first.reserve(ALL - 20_000);
        Begun second = new Begun(15_000, 15_000);
        assertFailed(503, second.read(1_000_000));
        new Begun().reserve(20_000);
        first.release();
    }

    @Test
    void returnsNoLaterPartOfBodyWhoseReadHasFailed() {
        Begun body = new Begun(10, 100, 5);
        assertFailed(413, body.read(50));
        CompletionException again = assertThrows(
                CompletionException.class,
                () -> body.read(1_000).toCompletableFuture().join());
        assertInstanceOf(IllegalStateException.class, again.getCause());
    }

    private static void assertFailed(int status, CompletionStage<byte[]> read) {
        CompletionException failed = assertThrows(CompletionException.class, read.toCompletableFuture()::join);
        assertEquals(
                status,
                assertInstanceOf(HttpProblem.class, failed.getCause()).status().code());
    }
}
