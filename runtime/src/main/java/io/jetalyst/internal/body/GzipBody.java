package io.jetalyst.internal.body;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.RequestBody;
import io.jetalyst.http.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A body with the content coding gzip, decoded while it is read. The limits of its readers count decoded bytes. */
final class GzipBody implements RequestBody {
    private final RequestBody coded;
    private final GzipDecoder decoder;
    private final long max;

    private GzipBody(RequestBody coded, GzipDecoder decoder, long max) {
        this.coded = coded;
        this.decoder = decoder;
        this.max = max;
    }

    /** @param max the number of bytes that the caller accepts, coded ones as well as decoded ones */
    static GzipBody of(Exchange exchange, long max) {
        GzipDecoder decoder = new GzipDecoder();
        exchange.onEnd(decoder::close);
        return new GzipBody(exchange.body(), decoder, max);
    }

    /** Nobody knows it before the body is decoded. */
    @Override
    public long length() {
        return -1;
    }

    @Override
    public long received() {
        return coded.received();
    }

    @Override
    public boolean isEmpty() {
        return coded.isEmpty();
    }

    @Override
    public byte @Nullable [] poll(int maxBytes) {
        return null; // read decodes what has arrived as well
    }

    @Override
    public CompletionStage<byte[]> read(int maxBytes) {
        Collector collector = new Collector(maxBytes, coded::reserve);
        stream().subscribe(collector);
        return collector.whole;
    }

    @Override
    public Flow.Publisher<ByteBuffer> stream() {
        Flow.Publisher<ByteBuffer> stream = coded.stream();
        return subscriber -> stream.subscribe(new GzipStream(subscriber, decoder, max));
    }

    @Override
    public InputStream inputStream() {
        return new GzipInput(coded.inputStream(), decoder);
    }

    /** Collects the decoded bytes up to a limit. */
    private static final class Collector implements Flow.Subscriber<ByteBuffer> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int max;
        private final LongConsumer memory;
        private Flow.@Nullable Subscription subscription;

        Collector(int max, LongConsumer memory) {
            this.max = max;
            this.memory = memory;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer part) {
            if (part.remaining() > max - bytes.size()) {
                fail(BodyLoader.tooLong(max));
                return;
            }
            try {
                memory.accept((long) bytes.size() + part.remaining());
                bytes.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
            } catch (HttpProblem | OutOfMemoryError full) {
                fail(full);
            }
        }

        private void fail(Throwable failure) {
            Flow.Subscription current = subscription;
            if (current != null) {
                current.cancel();
            }
            onError(failure);
        }

        @Override
        public void onError(Throwable failure) {
            bytes = new ByteArrayOutputStream(0);
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            byte[] all;
            try {
                all = bytes.toByteArray();
            } catch (OutOfMemoryError full) {
                onError(full);
                return;
            }
            whole.complete(all);
        }
    }

    /** The decoded bytes as a stream. */
    private static final class GzipInput extends InputStream {
        private final InputStream in;
        private final GzipDecoder decoder;
        private final byte[] part = new byte[8 * 1024];

        GzipInput(InputStream in, GzipDecoder decoder) {
            this.in = in;
            this.decoder = decoder;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                int decoded = decoder.decode(into, offset, length);
                while (decoded == 0) {
                    int count = in.read(part);
                    if (count < 0) {
                        decoder.end();
                        return -1;
                    }
                    decoder.input(Arrays.copyOf(part, count));
                    decoded = decoder.decode(into, offset, length);
                }
                return decoded;
            } catch (HttpProblem broken) {
                throw new IOException(broken.getMessage(), broken);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
