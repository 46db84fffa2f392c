package io.jetalyst.testkit;

import io.jetalyst.engine.PulledBody;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A request body whose parts a test sends. */
final class MemoryBody extends PulledBody {
    private final long length;
    private final boolean expectsContinue;
    private final Runnable sendContinue;

    /** Guarded by itself, and with it the fields below. */
    private final Queue<byte[]> parts = new ArrayDeque<>();

    private long arrived;
    private boolean ended;
    private boolean failed;
    private @Nullable Runnable demander;

    MemoryBody(MemoryEngine.Started engine, long length, Runnable sendContinue, Request request) {
        super(engine.options, engine::schedule);
        this.length = length;
        this.sendContinue = sendContinue;
        this.expectsContinue = request.header("Expect")
                .filter(value -> value.equalsIgnoreCase("100-continue"))
                .isPresent();
        this.ended = length == 0;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    protected byte @Nullable [] pull() {
        synchronized (parts) {
            if (failed) {
                throw HttpProblem.badRequest("The client ended the request before its body was complete.");
            }
            byte[] part = parts.poll();
            return part == null && ended ? END : part;
        }
    }

    @Override
    protected void demand(Runnable next) {
        synchronized (parts) {
            if (parts.isEmpty() && !ended && !failed) {
                demander = next;
                if (expectsContinue && arrived == 0) {
                    sendContinue.run();
                }
                return;
            }
        }
        next.run();
    }

    /** The number of bytes that the client has sent. */
    long arrived() {
        synchronized (parts) {
            return arrived;
        }
    }

    void arrive(byte[] part) {
        synchronized (parts) {
            if (part.length > 0) {
                parts.add(part.clone());
                arrived += part.length;
            }
            ended |= arrived == length;
        }
        notifyDemander();
    }

    void arriveEnd() {
        synchronized (parts) {
            ended = true;
            failed |= length >= 0 && arrived < length;
        }
        notifyDemander();
    }

    void fail() {
        synchronized (parts) {
            failed = true;
        }
        notifyDemander();
    }

    private void notifyDemander() {
        Runnable next;
        synchronized (parts) {
            next = demander;
            demander = null;
        }
        if (next != null) {
            next.run();
        }
    }
}
