package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.RunningEngine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryWatchTest {
    private final Rejections rejections = new Rejections();
    private final CountDownLatch probed = new CountDownLatch(2);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger ends = new AtomicInteger();

    private MemoryWatch watch(CompletionStage<Void> probe) {
        RunningEngine engine = new SilentEngine.Running(List.of()) {
            @Override
            public CompletionStage<Void> probe() {
                probed.countDown();
                return probe;
            }
        };
        return new MemoryWatch(engine, rejections, () -> {
            ends.incrementAndGet();
            ended.countDown();
        });
    }

    @Test
    void endsProcessWhoseServerDoesNotAnswerAfterAnError() throws Exception {
        watch(new CompletableFuture<>()).start();
        rejections.addIfHeap(new OutOfMemoryError("on purpose"));

        assertTrue(ended.await(50, TimeUnit.SECONDS));
        assertEquals(1, ends.get());
    }

    @Test
    void endsNoProcessWhoseServerAnswers() throws Exception {
        MemoryWatch watch = watch(CompletableFuture.completedFuture(null));
        watch.start();
        do {
            rejections.addIfHeap(new OutOfMemoryError("on purpose"));
        } while (!probed.await(10, TimeUnit.MILLISECONDS));
        watch.stop();
        assertEquals(0, ends.get());
    }
}
