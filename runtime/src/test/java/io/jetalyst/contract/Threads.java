package io.jetalyst.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

/** Several threads that do something at the same time. */
final class Threads {
    private Threads() {}

    /** Runs the task in so many threads, which begin together, and waits for all; throws what one of them threw. */
    static void together(int threads, Task task) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(threads);
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            CompletableFuture<Void> end = new CompletableFuture<>();
            ends.add(end);
            new Thread(() -> {
                        try {
                            begin.await();
                            task.run(number);
                            end.complete(null);
                        } catch (Throwable e) {
                            end.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        for (CompletableFuture<Void> end : ends) {
            end.get();
        }
    }

    /** What a thread does. */
    interface Task {
        void run(int number) throws Exception;
    }
}
