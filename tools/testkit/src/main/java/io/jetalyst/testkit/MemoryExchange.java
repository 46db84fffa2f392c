package io.jetalyst.testkit;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeResult;
import io.jetalyst.engine.RequestBody;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handler's side of one request of a {@link MemoryEngine}. */
final class MemoryExchange implements Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryExchange.class);

    private final MemoryEngine.Started engine;
    private final Request request;
    private final UpgradeSupport support;
    private final MemoryBody body;
    private final MemoryCall call;

    /** Guarded by this. */
    private final List<Consumer<Throwable>> listeners = new ArrayList<>();

    private final List<Runnable> onEnd = new ArrayList<>();
    private @Nullable Throwable aborted;
    private boolean answered;
    private boolean over;

    MemoryExchange(
            MemoryEngine.Started engine, Request request, UpgradeSupport support, MemoryBody body, MemoryCall call) {
        this.engine = engine;
        this.request = request;
        this.support = support;
        this.body = body;
        this.call = call;
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public UpgradeSupport upgradeSupport() {
        return support;
    }

    @Override
    public RequestBody body() {
        return body;
    }

    @Override
    public void onEnd(Runnable task) {
        synchronized (this) {
            if (!over) {
                onEnd.add(task);
                return;
            }
        }
        task.run();
    }

    @Override
    public void execute(Runnable task) {
        engine.execute(task);
    }

    @Override
    public void onAbort(Consumer<Throwable> listener) {
        Throwable reason;
        synchronized (this) {
            reason = aborted;
            if (reason == null) {
                listeners.add(listener);
                return;
            }
        }
        listener.accept(reason);
    }

    /** The client has ended the exchange. */
    void abort(Throwable reason) {
        synchronized (this) {
            if (over) {
                return;
            }
        }
        notifyListeners(reason);
        finish(reason);
    }

    private void notifyListeners(Throwable reason) {
        List<Consumer<Throwable>> notified;
        synchronized (this) {
            if (aborted != null) {
                return;
            }
            aborted = reason;
            notified = List.copyOf(listeners);
        }
        notified.forEach(listener -> runOne(() -> listener.accept(reason)));
    }

    @Override
    public void respond(Response response) {
        claim(response);
        send(response);
    }

    @Override
    public void upgrade(SocketUpgrade upgrade) {
        if (support == UpgradeSupport.NONE) {
            throw new IllegalStateException("a request of " + request.protocol() + " cannot become a socket");
        }
        claim(null);
        MemorySocket socket = new MemorySocket(upgrade.receiver(), engine);
        call.head(support == UpgradeSupport.EXTENDED_CONNECT ? 200 : 101, upgrade.headers());
        call.upgraded(socket);
        engine.add(socket); // before this exchange ends, so that the stop closes it
        finish(null);
        socket.open();
    }

    void fail() {
        synchronized (this) {
            if (answered) {
                return;
            }
            answered = true;
        }
        send(engine.handler.refuse(
                request, HttpProblem.of(Status.INTERNAL_SERVER_ERROR, "The server failed to answer this request.")));
    }

    private synchronized void claim(@Nullable Response response) {
        if (answered) {
            if (response != null) {
                response.close();
            }
            throw new IllegalStateException("the exchange is answered already: " + request.path());
        }
        answered = true;
    }

    private void send(Response response) {
        new MemorySender(engine, this, call).send(response);
    }

    @Override
    public synchronized ExchangeResult result() {
        return call.result(body.arrived(), aborted);
    }

    synchronized boolean isAborted() {
        return aborted != null;
    }

    /**
     * The response is sent, or never will be.
     *
     * @param failure {@code null} if it is sent
     */
    void finish(@Nullable Throwable failure) {
        boolean whole;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            whole = failure == null && aborted == null;
        }
        if (failure != null) {
            notifyListeners(failure);
        }
        onEnd.forEach(MemoryExchange::runOne);
        call.end(whole);
        engine.answered();
    }

    /** Runs one task at the end. If it throws, the tasks behind it still run. */
    private static void runOne(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("A task at the end of an exchange threw", failure);
        }
    }
}
