package io.jetalyst.internal.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines on a thread of its own. {@link #offer} never waits: it drops the line if the output is so slow that the queue is full. Lines are
 * written together, up to 20 ms after the first of them: to wake the thread for each line would cost a request more than the line.
 *
 * <p>Jetty's {@code AsyncRequestLogWriter} and {@code CustomRequestLog} are not used, because the runtime knows no server, and they know
 * neither the template of the route nor the client behind a proxy; the first one also wakes its thread for each line, and logs each that it
 * drops.
 */
final class LineWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.access");
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration LAST_LINES = Duration.ofSeconds(2);
    private static final int BATCH_CHARACTERS = 64 * 1024;
    /** The memory of the queue, as of {@link AccessEntry#weight}. */
    private static final long MAX_QUEUED = 8 << 20;

    private final LineForm form;
    private final OutputStream out;
    private final Queue<AccessEntry> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private final LongAdder dropped = new LongAdder();
    private final Thread thread = new Thread(this::run, "jetalyst-access-log");
    private volatile boolean idle;
    private volatile boolean closed;
    /** Whether a report of dropped lines is to come. */
    private final AtomicBoolean reporting = new AtomicBoolean();

    /** @param out closed at the end */
    LineWriter(LineForm form, OutputStream out) {
        this.form = form;
        this.out = out;
        thread.setDaemon(true);
    }

    LineWriter start() {
        thread.start();
        return this;
    }

    /** Queues a line. Any thread may call this. */
    void offer(AccessEntry entry) {
        int weight = entry.weight();
        long before = queued.getAndAdd(weight);
        if (before > MAX_QUEUED || closed) {
            queued.addAndGet(-weight);
            drop(1);
            return;
        }
        queue.add(entry);
        if (idle || before > MAX_QUEUED / 2) {
            idle = false;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        StringBuilder lines = new StringBuilder(BATCH_CHARACTERS);
        while (true) {
            boolean isLast = closed; // read before the queue is
            boolean wrote = false;
            while (!queue.isEmpty()) {
                write(lines);
                wrote = true;
            }
            if (isLast) {
                reportDropped();
                return;
            }
            pause(wrote);
        }
    }

    /** Gathers the next lines, or waits for the next one. */
    private void pause(boolean wrote) {
        if (wrote) {
            LockSupport.parkNanos(this, GATHER_NANOS);
            return;
        }
        idle = true;
        if (queue.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        idle = false;
    }

    private void write(StringBuilder lines) {
        lines.setLength(0);
        long weight = 0;
        int count = 0;
        try {
            while (lines.length() < BATCH_CHARACTERS && queue.peek() != null) {
                AccessEntry entry = queue.remove();
                weight += entry.weight();
                count++;
                form.append(entry, lines);
            }
            byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
            out.write(bytes, 0, bytes.length);
            out.flush();
        } catch (IOException | RuntimeException | OutOfMemoryError failure) { // this thread is the only one that writes
            drop(count);
            LOG.debug("The access log could not be written", failure);
        } finally {
            queued.addAndGet(-weight);
        }
    }

    /** Another thread reports it within a second: the thread that writes lines may wait for the output. */
    private void drop(int lines) {
        dropped.add(lines);
        if (!reporting.get() && reporting.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::reportDropped);
        }
    }

    private void reportDropped() {
        reporting.set(false); // a line that is dropped from now on causes the next report
        long lines = dropped.sumThenReset();
        if (lines > 0) {
            LOG.warn("{} lines of the access log were dropped, because its output is too slow or fails", lines);
        }
    }

    /** Writes the queued lines, for two seconds at most, and accepts no more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(LAST_LINES.toMillis());
            out.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The access log could not be closed", e);
        }
    }
}
