package demo;

import io.jetalyst.annotation.*;
import java.util.*;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

@Controller
class Jobs {
    record Job(String name, Thread worker, Map<String, List<Function<String, String>>> steps) {}

    record Batch<T>(List<Job> jobs, T rest) {}

    sealed interface Event {}

    record Started(Optional<Lock> lock) implements Event {}

    record Task(String name) implements Runnable {
        @Override
        public void run() {}
    }

    sealed interface Step extends Runnable {}

    record First(String name) implements Step {
        @Override
        public void run() {}
    }

    @Get("/batch")
    Batch<String> batch() { return null; }

    @Post("/events")
    void take(Event event) {}

    @Post("/tasks")
    Task task(Task task) { return task; }

    @Get("/step")
    Step step() { return null; }
}
