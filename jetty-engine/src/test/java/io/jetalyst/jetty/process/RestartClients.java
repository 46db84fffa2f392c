package io.jetalyst.jetty.process;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Clients of a server that is restarted: each sends what its protocol has, and reconnects as browsers do. */
final class RestartClients {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int ENOUGH = 20;
    /** On a busy machine a process that starts at a low priority may need many seconds until it answers. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int port;
    private final AtomicInteger http1 = new AtomicInteger();
    private final AtomicInteger http2 = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger unaccepted = new AtomicInteger();
    /** The nanoseconds of the slowest answer over HTTP/1.1. */
    private final AtomicLong slowest = new AtomicLong();

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile boolean running = true;

    RestartClients(int port) {
        this.port = port;
    }

    /** @param kind 0 and 1 are clients of HTTP/1.1, 2 is one of HTTP/2, and others have sockets */
    Thread start(int kind) {
        Thread thread = new Thread(() -> run(kind), "client");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    void stop() {
        running = false;
    }

    /** The connections that the system has reset before the server accepted them. */
    int unaccepted() {
        return unaccepted.get();
    }

    /** The requests that the server has refused with GOAWAY, so that they are to be sent again. */
    int repeated() {
        return repeated.get();
    }

    List<String> faults() {
        return faults;
    }

    /** Waits until clients of each kind have been served some more times. */
    void awaitMoreOfEach() throws InterruptedException {
        int one = http1.get() + ENOUGH;
        int two = http2.get() + ENOUGH;
        int three = closed.get() + ENOUGH;
        while (http1.get() < one || http2.get() < two || opened.get() < three) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void run(int kind) {
        while (running) {
            try (RawSocket raw = new RawSocket(port, PATIENCE)) {
                serve(kind, raw);
            } catch (ConnectException e) {
                refused.incrementAndGet();
            } catch (Unaccepted e) {
                unaccepted.incrementAndGet();
            } catch (IOException | RuntimeException e) {
                fault(kind, e);
            }
            pause(20);
        }
    }

    private void serve(int kind, RawSocket raw) throws IOException {
        switch (kind) {
            case 0, 1 -> http1(raw);
            case 2 -> http2(raw);
            default -> socket(raw);
        }
    }

    /** The system has reset a connection before the server has sent anything: it was open, but not accepted, when the port was closed. */
    private static final class Unaccepted extends IOException {
        private static final long serialVersionUID = 1;

        Unaccepted(SocketException cause) {
            super(cause);
        }
    }

    private interface Exchange {
        void run() throws IOException;
    }

    private static void first(Exchange exchange) throws IOException {
        try {
            exchange.run();
        } catch (SocketException e) {
            throw new Unaccepted(e);
        }
    }

    private void fault(int kind, Exception e) {
        if (running) {
            faults.add("client " + kind + ": " + e);
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(1000L * millis) + 1000));
    }

    private void http1(RawSocket raw) throws IOException {
        AtomicBoolean open = new AtomicBoolean(true);
        Exchange exchange = () -> {
            long begin = System.nanoTime();
            raw.write(GET);
            String head = raw.readHead();
            slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
            if (!head.startsWith("HTTP/1.1 200 ")) {
                throw new IOException("no answer to a request of HTTP/1.1 but \"" + head + '"');
            }
            raw.readFully(5);
            open.set(!head.contains("Connection: close"));
            http1.incrementAndGet();
            pause(10);
        };
        first(exchange);
        while (running && open.get()) {
            exchange.run();
        }
    }

    private void http2(RawSocket raw) throws IOException {
        AtomicReference<RestartStreams> begun = new AtomicReference<>();
        first(() -> {
            begun.set(new RestartStreams(raw));
            (begun.get().get() ? http2 : repeated).incrementAndGet();
        });
        RestartStreams streams = begun.get();
        while (running && streams.isOpen()) {
            (streams.get() ? http2 : repeated).incrementAndGet();
            pause(10);
        }
    }

    private void socket(RawSocket raw) throws IOException {
        AtomicReference<String> answer = new AtomicReference<>("");
        first(() -> {
            raw.write(RawSocket.handshake("/hello"));
            answer.set(raw.readHead());
        });
        String head = answer.get();
        if (head.startsWith("HTTP/1.1 503 ")) {
            return; // the server stops, and says so
        }
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new IOException("no answer to a handshake but \"" + head + '"');
        }
        opened.incrementAndGet();
        while (running) {
            try {
                int code = raw.readClose();
                if (code != 1012) {
                    throw new IOException("a socket was closed with " + code);
                }
                raw.closeFrame(code);
                closed.incrementAndGet();
                return;
            } catch (SocketTimeoutException later) {
                // the server runs on
            }
        }
    }

    @Override
    public String toString() {
        return "%d answers over HTTP/1.1, the slowest after %d ms, %d over HTTP/2 and %d streams refused by GOAWAY, %d sockets opened and %d closed with 1012, %d connections refused and %d reset before they were accepted, %d faults"
                .formatted(
                        http1.get(),
                        TimeUnit.NANOSECONDS.toMillis(slowest.get()),
                        http2.get(),
                        repeated.get(),
                        opened.get(),
                        closed.get(),
                        refused.get(),
                        unaccepted.get(),
                        faults.size());
    }
}
