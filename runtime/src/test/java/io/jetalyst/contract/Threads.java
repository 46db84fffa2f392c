package io.jetalyst.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

/** Runs a task in several threads at the same time. */
final class Threads {
    private Threads() {}

    /** Starts the threads together, and waits for all of them; throws the exception of a thread that failed. */
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

    /** The task of one thread. */
    interface Task {
        void run(int number) throws Exception;
    }
}
