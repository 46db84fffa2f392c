package io.jetalyst.internal.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads that run the dependents of a stage. */
@Timeout(30)
class StageCompleterTest {
    private final CompletableFuture<Void> stage = new CompletableFuture<>();

    @Test
    void aStageThatNobodyLooksAtIsCompletedAtOnce() {
        List<Runnable> tasks = new ArrayList<>();
        new StageCompleter(tasks::add).complete(stage, null);
        assertTrue(stage.isDone());
        assertEquals(List.of(), tasks);
    }

    @Test
    void dependentsRunOnTheirOwnThread() throws Exception {
        CompletableFuture<Thread> ran = stage.handle((value, failure) -> Thread.currentThread());
        new StageCompleter().complete(stage, null);
        assertNotSame(Thread.currentThread(), ran.get(10, TimeUnit.SECONDS));
    }

    /** As many as listeners may have threads, and more. */
    @Test
    void runsOtherTasksWhileOneBlocks() {
        StageCompleter stages = new StageCompleter();
        CompletableFuture<Void> last = new CompletableFuture<>();
        List<CompletableFuture<Void>> waiting = IntStream.range(0, 300)
                .mapToObj(i -> {
                    CompletableFuture<Void> one = new CompletableFuture<>();
                    CompletableFuture<Void> blocked = one.thenRun(last::join);
                    stages.complete(one, null);
                    return blocked;
                })
                .toList();
        assertFalse(waiting.get(0).isDone());
        CompletableFuture<Void> heard = last.thenRun(() -> {});
        stages.complete(last, null);
        heard.join();
        waiting.forEach(CompletableFuture::join);
    }

    @Test
    void passesOnTheOriginalFailure() {
        CompletableFuture<Void> dependent = stage.thenRun(() -> {});
        new StageCompleter().complete(stage, new IllegalStateException("gone"));
        Throwable failure =
                assertThrows(CompletionException.class, dependent::join).getCause();
        assertEquals("gone", failure.getMessage());
    }

    @Test
    void completesOnTheCallingThreadWhenNoThreadStarts() {
        CompletableFuture<Void> dependent = stage.thenRun(() -> {});
        new StageCompleter(task -> {
                    throw new OutOfMemoryError("on purpose");
                })
                .complete(stage, null);
        assertTrue(dependent.isDone());
    }
}
