package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SerialRunnerTest {
    private final List<Runnable> threads = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();

    @Test
    void asksForOneThreadForManyTasks() {
        SerialRunner runner = new SerialRunner(threads::add);
        for (int i = 0; i < 100; i++) {
            int number = i;
            runner.execute(() -> done.add(number));
        }
        assertEquals(1, threads.size());
        threads.remove(0).run();
        assertEquals(100, done.size());
        runner.execute(() -> done.add(100));
        assertEquals(1, threads.size());
    }

    @Test
    void runsTheTasksBehindOneThatThrows() {
        SerialRunner runner = new SerialRunner(Runnable::run);
        runner.execute(() -> {
            throw new IllegalStateException("expected by the test");
        });
        runner.execute(() -> done.add(1));
        assertEquals(List.of(1), done);
    }

    /** As if there were no memory for the log. */
    @Test
    void runsTheTasksBehindOneWhoseFailureCannotBeLogged() {
        SerialRunner runner = new SerialRunner(threads::add);
        runner.execute(() -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1;

                @Override
                public String toString() {
                    throw new UnsupportedOperationException("expected by the test");
                }
            };
        });
        runner.execute(() -> done.add(1));

        assertThrows(UnsupportedOperationException.class, threads.remove(0)::run);
        threads.remove(0).run();

        assertEquals(List.of(1), done);
    }

    @Test
    void runsTasksOnTheCallingThreadIfThePoolHasEnded() {
        SerialRunner runner = new SerialRunner(task -> {
            throw new RejectedExecutionException();
        });
        runner.execute(() -> done.add(1));
        assertEquals(List.of(1), done);
    }

    @Test
    void runsEachTaskOfManyThreads() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        AtomicInteger concurrent = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(4 * 10_000);
        try {
            SerialRunner runner = new SerialRunner(pool);
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Thread caller = new Thread(() -> {
                    for (int k = 0; k < 10_000; k++) {
                        runner.execute(() -> {
                            most.accumulateAndGet(concurrent.incrementAndGet(), Math::max);
                            concurrent.decrementAndGet();
                            left.countDown();
                        });
                    }
                });
                callers.add(caller);
                caller.start();
            }
            left.await();
            assertEquals(1, most.get());
        } finally {
            pool.shutdown();
        }
    }
}
