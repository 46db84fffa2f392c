package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Most tests are the only thread there is, and begin what others would run when it suits them. */
@Timeout(30)
class TaskRunnerTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final TaskRunner workers = new TaskRunner(threads::add);
    private final List<Integer> done = new ArrayList<>();

    private void execute(int... tasks) {
        for (int task : tasks) {
            workers.execute(() -> done.add(task));
        }
    }

    private int runAll() {
        int run = 0;
        for (Runnable thread = threads.poll(); thread != null; thread = threads.poll()) {
            thread.run();
            run++;
        }
        return run;
    }

    @Test
    void oneThreadRunsInTheirOrderWhatCameTogether() {
        execute(1, 2, 3);
        assertEquals(1, threads.size());
        threads.remove().run();
        assertEquals(List.of(1, 2, 3), done);
    }

    @Test
    void startsAnotherThreadWhileTasksAreQueued() {
        workers.execute(() -> {
            assertEquals(1, threads.size());
            threads.remove().run();
            assertEquals(List.of(2, 3), done);
            execute(4);
            threads.remove().run();
            done.add(1);
        });
        execute(2, 3);
        runAll();
        assertEquals(List.of(2, 3, 4, 1), done);
    }

    @Test
    void aThousandTasksTakeFewThreadsNoneOfWhichHasMoreThanItsTurn() {
        execute(IntStream.range(0, 1000).toArray());
        threads.remove().run();
        assertEquals(64, done.size());
        assertTrue(1 + runAll() <= 2 + 1000 / 64);
        assertEquals(IntStream.range(0, 1000).boxed().toList(), done);
    }

    @Test
    void aTaskThatThrowsKeepsNoneFromBeingRun() {
        workers.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        execute(2);
        runAll();
        execute(3);
        runAll();
        assertEquals(List.of(2, 3), done);
    }

    @Test
    void clearsAnInterruptAfterItsTask() {
        workers.execute(() -> Thread.currentThread().interrupt());
        workers.execute(() -> done.add(Thread.currentThread().isInterrupted() ? 1 : 0));
        runAll();
        assertEquals(List.of(0), done);
        assertFalse(Thread.interrupted());
    }

    @Test
    void runsTasksOnTheCallingThreadWhenThreadsAreRejected() {
        AtomicInteger left = new AtomicInteger(1);
        TaskRunner ending = new TaskRunner(thread -> {
            if (left.getAndDecrement() <= 0) {
                throw new RejectedExecutionException("on purpose");
            }
            threads.add(thread);
        });
        IntStream.range(0, 200).forEach(task -> ending.execute(() -> done.add(task)));
        runAll();
        assertEquals(200, done.size());
        ending.execute(() -> done.add(200));
        assertEquals(IntStream.rangeClosed(0, 200).boxed().toList(), done);
    }

    @Test
    void retriesToStartAThreadAfterAnOutOfMemoryError() {
        AtomicInteger calls = new AtomicInteger();
        TaskRunner poor = new TaskRunner(thread -> {
            if (calls.getAndIncrement() == 0) {
                throw new OutOfMemoryError("on purpose");
            }
            threads.add(thread);
        });
        poor.execute(() -> done.add(1));
        poor.execute(() -> done.add(2));
        assertEquals(List.of(1), done);
        runAll();
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void tasksThatWaitForEachOtherAllEnd() throws InterruptedException {
        int pairs = 500;
        CountDownLatch ended = new CountDownLatch(2 * pairs);
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            TaskRunner real = new TaskRunner(pool);
            for (int pair = 0; pair < pairs; pair++) {
                Phaser both = new Phaser(2);
                for (int i = 0; i < 2; i++) {
                    real.execute(() -> {
                        both.arriveAndAwaitAdvance();
                        ended.countDown();
                    });
                }
            }
            ended.await();
        } finally {
            pool.shutdownNow();
        }
    }
}
