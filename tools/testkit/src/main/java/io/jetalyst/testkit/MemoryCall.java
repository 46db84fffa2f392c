package io.jetalyst.testkit;

import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.engine.ExchangeResult;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The client's side of one request of a {@link MemoryEngine}. Safe for all threads. */
public final class MemoryCall {
    private static final long LIMIT_SECONDS = 10;

    private final MemoryEngine.Started engine;
    private final MemoryExchange exchange;
    private final MemoryBody body;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Head head;
    private boolean complete;
    private boolean continued;
    private volatile @Nullable MemorySocket socket;

    private record Head(int status, List<HeaderField> headers) {}

    /**
     * A response.
     *
     * @param headers in the order in which the engine sends them
     * @param body empty if there is no content
     * @param complete {@code false} if the response ended before its last byte
     */
    public record Answer(int status, List<HeaderField> headers, byte[] body, boolean complete) {}

    MemoryCall(MemoryEngine.Started engine, Request request, long length, UpgradeSupport support) {
        this.engine = engine;
        this.body = new MemoryBody(engine, length, this::sendContinue, request);
        this.exchange = new MemoryExchange(engine, request, support, body, this);
    }

    void begin() {
        try {
            engine.handler.handle(exchange);
        } catch (RuntimeException | Error failure) {
            exchange.fail();
        }
    }

    /** Sends a part of the body. */
    public void send(byte[] part) {
        body.arrive(part);
    }

    /** Ends the body. */
    public void end() {
        body.arriveEnd();
    }

    /** Ends the connection before the response has arrived. */
    public void abort() {
        EOFException reason = new EOFException("the client aborted the request");
        exchange.abort(reason);
        body.fail();
    }

    /** Whether the engine has sent a 100. */
    public synchronized boolean isContinued() {
        return continued;
    }

    /**
     * The response.
     *
     * @throws AssertionError if it has not ended within 10 s
     */
    public Answer await() throws InterruptedException {
        if (!ended.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no response within " + LIMIT_SECONDS + " s");
        }
        synchronized (this) {
            Head sent = head;
            return sent == null
                    ? new Answer(0, List.of(), new byte[0], false)
                    : new Answer(sent.status(), sent.headers(), bytes.toByteArray(), complete);
        }
    }

    /**
     * Waits until the received part of the body contains this text.
     *
     * @throws AssertionError if the response ends before, or the text has not arrived within 10 s
     */
    public synchronized void awaitText(String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!bytes.toString(StandardCharsets.UTF_8).contains(text)) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || ended.getCount() == 0) {
                throw new AssertionError(
                        "the body does not contain \"" + text + "\": " + bytes.toString(StandardCharsets.UTF_8));
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** The socket that the request has become. */
    public MemorySocket socket() throws InterruptedException {
        await();
        MemorySocket opened = socket;
        if (opened == null) {
            throw new AssertionError("the request did not become a socket");
        }
        return opened;
    }

    private synchronized void sendContinue() {
        continued = true;
    }

    /** @param failure why the exchange ended before the response; {@code null} if it did not */
    synchronized ExchangeResult result(long received, @Nullable Throwable failure) {
        return new ExchangeResult(head == null ? 0 : head.status(), received, bytes.size(), failure);
    }

    synchronized void head(int status, List<HeaderField> headers) {
        head = new Head(status, headers);
    }

    synchronized void content(byte[] part, int offset, int length) {
        bytes.write(part, offset, length);
        notifyAll();
    }

    void upgraded(MemorySocket opened) {
        socket = opened;
    }

    synchronized void end(boolean whole) {
        complete = whole;
        ended.countDown();
        notifyAll();
    }
}
