package io.jetalyst.internal.socket;

import io.jetalyst.internal.session.Connection;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** The end of all sessions of an application. Safe for all threads. */
final class SocketShutdown {
    /** How long the forced close of the remaining sessions may take. */
    private static final Duration FORCED_CLOSE_TIMEOUT = Duration.ofSeconds(1);
    /** How long the clients have for their close frames if the shutdown is hurried. */
    private static final Duration HURRIED_CLOSE_TIMEOUT = Duration.ofMillis(250);

    private final OpenSessions connections;
    private final IntSupplier pendingHandshakes;
    private final SocketTimer timer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean begun;
    private volatile boolean hurried;

    /** @param pendingHandshakes the number of handshakes that are being answered */
    SocketShutdown(OpenSessions connections, IntSupplier pendingHandshakes, SocketTimer timer) {
        this.connections = connections;
        this.pendingHandshakes = pendingHandshakes;
        this.timer = timer;
    }

    /** Whether {@link #run} was called. */
    boolean hasBegun() {
        return begun;
    }

    /** Closes all sessions, in waves, and waits until all are closed. Those that are open when the grace period ends are disconnected. */
    void run(Duration grace) {
        begun = true;
        long deadline = System.nanoTime() + grace.toNanos();
        long reserve = Math.min(FORCED_CLOSE_TIMEOUT.toNanos(), grace.toNanos() / 4);
        await(() -> hurried || pendingHandshakes.getAsInt() == 0, System.nanoTime() + reserve);
        closeInWaves((deadline - reserve - System.nanoTime()) / 4 * 3);
        await(() -> hurried || connections.isEmpty(), deadline - reserve);
        if (hurried) {
            await(connections::isEmpty, Math.min(deadline, System.nanoTime() + HURRIED_CLOSE_TIMEOUT.toNanos()));
        }
        connections.forEach(connection -> timer.execute(connection::forceClose));
        await(connections::isEmpty, System.nanoTime() + FORCED_CLOSE_TIMEOUT.toNanos());
        timer.stop();
    }

    private void closeInWaves(long nanos) {
        List<Connection> open = connections.all();
        int size = Waves.size(open.size(), nanos);
        long next = System.nanoTime();
        for (int i = 0; i < open.size(); i++) {
            if (i > 0 && i % size == 0) {
                next += Waves.GAP_NANOS;
                await(() -> hurried, next);
            }
            open.get(i).leaveTopicsSilently();
            close(open.get(i));
        }
    }

    private static void close(Connection connection) {
        connection.close(new CloseStatus(CloseStatus.SERVICE_RESTART, "the server stops", Cause.SHUTDOWN), null);
    }

    /** A session has opened, which the waves may have missed. */
    void opened(Connection connection) {
        if (begun) {
            close(connection);
        }
    }

    /** Makes {@link #run} close all sessions now, and wait for them only for a moment. */
    void hurry() {
        hurried = true;
        changed();
    }

    /** The number of sessions or of handshakes has changed. */
    void changed() {
        if (begun) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void await(BooleanSupplier done, long deadline) {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (left > 0 && !done.getAsBoolean()) {
                changed.await(left, TimeUnit.NANOSECONDS);
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
