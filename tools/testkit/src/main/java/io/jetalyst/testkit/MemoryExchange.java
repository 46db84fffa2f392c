package io.jetalyst.testkit;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.RequestBody;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The handler's side of one request of a {@link MemoryEngine}. */
final class MemoryExchange implements Exchange {
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

    void abort(Throwable reason) {
        List<Consumer<Throwable>> notified;
        synchronized (this) {
            if (over || aborted != null) {
                return;
            }
            aborted = reason;
            notified = List.copyOf(listeners);
        }
        notified.forEach(listener -> listener.accept(reason));
        finish(false);
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
        finish(true);
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
        ResponseBody content = response.body();
        boolean bodiless = response.status().isBodiless();
        List<HeaderField> headers = new ArrayList<>(response.headers());
        if (!bodiless
                && content.length() >= 0
                && response.header("Content-Length").isEmpty()) {
            headers.add(new HeaderField("Content-Length", Long.toString(content.length())));
        }
        call.head(response.status().code(), headers);
        if (bodiless || request.method().equals("HEAD") || isAborted()) {
            content.close();
            finish(!isAborted());
        } else if (content instanceof ResponseBody.Bytes bytes) {
            call.content(bytes.bytes(), 0, bytes.bytes().length);
            finish(true);
        } else if (content instanceof ResponseBody.Stream stream) {
            stream.publisher().subscribe(new Parts(content));
        } else {
            try {
                engine.execute(() -> sendBlocking(content));
            } catch (RejectedExecutionException full) {
                content.close();
                call.head(Status.SERVICE_UNAVAILABLE.code(), List.of());
                finish(true);
            }
        }
    }

    private void sendBlocking(ResponseBody content) {
        boolean whole = false;
        try {
            Sink out = new Sink();
            if (content instanceof ResponseBody.Input input) {
                input.stream().transferTo(out);
            } else if (content instanceof ResponseBody.Output output) {
                output.writer().writeTo(out);
            } else if (content instanceof ResponseBody.FileRegion file) {
                copy(file, out);
            }
            whole = content.length() < 0 || out.count == content.length();
        } catch (IOException | RuntimeException truncated) {
            // the client sees it
        }
        content.close();
        finish(whole);
    }

    private static void copy(ResponseBody.FileRegion file, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            InputStream bytes = Channels.newInputStream(channel.position(file.from()));
            byte[] region = bytes.readNBytes((int) file.length());
            out.write(region);
            if (region.length < file.length()) {
                throw new IOException("the file is shorter than its region");
            }
        }
    }

    private synchronized boolean isAborted() {
        return aborted != null;
    }

    private void finish(boolean whole) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        onEnd.forEach(Runnable::run);
        call.end(whole);
        engine.answered();
    }

    private final class Sink extends OutputStream {
        private long count;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (isAborted()) {
                throw new IOException("the client is gone");
            }
            call.content(bytes, offset, length);
            count += length;
        }
    }

    /** Takes one part at a time. */
    private final class Parts implements Flow.Subscriber<ByteBuffer> {
        private final ResponseBody content;
        private Flow.@Nullable Subscription subscription;
        private boolean ended;

        Parts(ResponseBody content) {
            this.content = content;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            synchronized (this) {
                subscription = given;
            }
            onAbort(reason -> end(false));
            if (!isEnded()) {
                given.request(1);
            }
        }

        private synchronized boolean isEnded() {
            return ended;
        }

        @Override
        public void onNext(ByteBuffer part) {
            Flow.Subscription current;
            synchronized (this) {
                current = subscription;
                if (ended || current == null) {
                    return;
                }
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            call.content(bytes, 0, bytes.length);
            current.request(1);
        }

        @Override
        public void onError(Throwable failure) {
            end(false);
        }

        @Override
        public void onComplete() {
            end(true);
        }

        private void end(boolean whole) {
            Flow.Subscription current;
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                current = subscription;
            }
            if (!whole && current != null) {
                current.cancel();
            }
            content.close();
            finish(whole);
        }
    }
}
