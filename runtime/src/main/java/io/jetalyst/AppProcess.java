package io.jetalyst;

import io.jetalyst.config.StartupException;
import io.jetalyst.internal.config.ServerSettings.Mode;
import io.jetalyst.internal.start.Addresses;
import io.jetalyst.internal.start.Banner;
import io.jetalyst.internal.start.HeapOption;
import io.jetalyst.internal.start.IdleExit;
import io.jetalyst.internal.start.MemoryWatch;
import io.jetalyst.internal.start.Started;
import io.jetalyst.internal.start.TerminationSignal;
import io.jetalyst.internal.systemd.Supervisor;
import java.time.Duration;
import java.util.stream.Collectors;

/** A process that runs one application, from its start to the exit. */
final class AppProcess {
    /** The exit code of the JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int HEAP_EXHAUSTED = 3;

    private AppProcess() {}

    /** Starts the application as {@link App#run} says. Returns when it listens. */
    static void run(App app) {
        long begin = System.nanoTime();
        Supervisor supervisor = Supervisor.ofProcess();
        RunningApp running;
        try {
            running = app.start(supervisor);
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Started started = running.started();
        closeAtExit(running);
        supervisor.ready("Listening on " + addresses(started), started.engine()::probe);
        if (started.server().mode() == Mode.PRODUCTION) {
            HeapOption.check();
        }
        started.life().exitOnIdle().ifPresent(after -> exitOnIdle(running, after));
        System.out.print(Banner.of(started, Duration.ofNanos(System.nanoTime() - begin)));
    }

    private static void closeAtExit(RunningApp running) {
        MemoryWatch memory = new MemoryWatch(
                running.started().engine(),
                running.rejections(),
                () -> Runtime.getRuntime().halt(HEAP_EXHAUSTED));
        memory.start();
        Thread stop = new Thread(
                () -> {
                    memory.stop();
                    running.close();
                },
                "jetalyst-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        TerminationSignal.exitWithZero(running::hurry);
    }

    private static String addresses(Started started) {
        return started.engine().listeners().stream()
                .map(listener -> Addresses.forBrowser(listener, started.server().basePath()))
                .collect(Collectors.joining(", "));
    }

    private static void exitOnIdle(RunningApp running, Duration after) {
        new IdleExit(running.started().engine(), after, () -> {
                    running.hurry(); // nobody is connected, and nobody can connect
                    System.exit(0);
                })
                .start();
    }
}
