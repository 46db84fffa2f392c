package io.jetalyst.testkit;

import io.jetalyst.http.HeaderField;
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
import org.jspecify.annotations.Nullable;

/** Sends the response of one exchange of a {@link MemoryEngine}. */
final class MemorySender {
    private final MemoryEngine.Started engine;
    private final MemoryExchange exchange;
    private final MemoryCall call;

    MemorySender(MemoryEngine.Started engine, MemoryExchange exchange, MemoryCall call) {
        this.engine = engine;
        this.exchange = exchange;
        this.call = call;
    }

    void send(Response response) {
        ResponseBody content = response.body();
        boolean bodiless = response.status().isBodiless();
        List<HeaderField> headers = new ArrayList<>(response.headers());
        if (!bodiless
                && content.length() >= 0
                && response.header("Content-Length").isEmpty()) {
            headers.add(new HeaderField("Content-Length", Long.toString(content.length())));
        }
        call.head(response.status().code(), headers);
        if (bodiless || exchange.request().method().equals("HEAD") || exchange.isAborted()) {
            content.close();
            exchange.finish(null);
        } else if (content instanceof ResponseBody.Bytes bytes) {
            call.content(bytes.bytes(), 0, bytes.bytes().length);
            exchange.finish(null);
        } else if (content instanceof ResponseBody.Stream stream) {
            stream.publisher().subscribe(new Parts(content));
        } else {
            sendLater(content);
        }
    }

    private void sendLater(ResponseBody content) {
        try {
            engine.execute(() -> sendBlocking(content));
        } catch (RejectedExecutionException full) {
            content.close();
            call.head(Status.SERVICE_UNAVAILABLE.code(), List.of());
            exchange.finish(null);
        }
    }

    private void sendBlocking(ResponseBody content) {
        Throwable failure = null;
        try {
            Sink out = new Sink();
            if (content instanceof ResponseBody.Input input) {
                input.stream().transferTo(out);
            } else if (content instanceof ResponseBody.Output output) {
                output.writer().writeTo(out);
            } else if (content instanceof ResponseBody.FileRegion file) {
                copy(file, out);
            }
            if (content.length() >= 0 && out.count != content.length()) {
                failure = new IOException("the content has " + out.count + " bytes, not " + content.length());
            }
        } catch (IOException | RuntimeException truncated) {
            failure = truncated;
        }
        content.close();
        exchange.finish(failure);
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

    private final class Sink extends OutputStream {
        private long count;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (exchange.isAborted()) {
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
            exchange.onAbort(this::end);
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
            end(failure);
        }

        @Override
        public void onComplete() {
            end(null);
        }

        private void end(@Nullable Throwable failure) {
            Flow.Subscription current;
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                current = subscription;
            }
            if (failure != null && current != null) {
                current.cancel();
            }
            content.close();
            exchange.finish(failure);
        }
    }
}
