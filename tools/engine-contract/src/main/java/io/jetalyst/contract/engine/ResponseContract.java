package io.jetalyst.contract.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of engines for responses: each kind of body arrives whole, and its source is closed exactly once. */
public abstract class ResponseContract extends EngineContract {
    private static final byte[] BYTES = "0123456789".repeat(3_000).getBytes(UTF_8);

    private final AtomicInteger closed = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    /** For the test class of an engine. */
    protected ResponseContract() {}

    private ContractClient serve(Supplier<Response> response) throws Exception {
        return serve(exchange -> exchange.respond(response.get()));
    }

    private void assertClosedOnce(ContractClient served) throws Exception {
        await(released);
        served.stop();
        assertEquals(1, closed.get());
    }

    private void release() {
        closed.incrementAndGet();
        released.countDown();
    }

    private InputStream input() {
        return new ByteArrayInputStream(BYTES) {
            @Override
            public void close() {
                release();
            }
        };
    }

    private ResponseBody.Stream publisher(long length, boolean fails) {
        return new ResponseBody.Stream(new Parts(fails), length, this::release);
    }

    @Test
    void sendsBytesWithTheirLength() throws Exception {
        Answer answer = serve(() -> Response.bytes("text/plain", BYTES))
                .call("GET", "/", 0)
                .await();
        assertBytes(BYTES, answer);
        assertEquals("text/plain", answer.header("content-type"));
        assertEquals("" + BYTES.length, answer.header("content-length"));
    }

    @Test
    void sendsARegionOfAFile(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("file"), BYTES);
        ContractClient served = serve(() -> Response.of("text/plain", new ResponseBody.FileRegion(file, 7, 20_000)));
        Answer answer = served.call("GET", "/", 0).await();
        assertBytes(Arrays.copyOfRange(BYTES, 7, 20_007), answer);
        assertEquals("20000", answer.header("content-length"));
    }

    @Test
    void cutsOrFailsAFileThatIsShorterThanItsRegion(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("file"), BYTES);
        ContractClient served =
                serve(() -> Response.of("text/plain", new ResponseBody.FileRegion(file, 0, BYTES.length + 1L)));
        Answer answer = served.call("GET", "/", 0).await();
        assertTrue(!answer.complete() || answer.status() == 500, "" + answer.status());
    }

    @Test
    void sendsAnInputStreamAndClosesItOnce() throws Exception {
        ContractClient served = serve(() -> Response.stream("text/plain", input()));
        assertBytes(BYTES, served.call("GET", "/", 0).await());
        assertClosedOnce(served);
    }

    @Test
    void sendsThePartsOfAPublisherAndClosesItOnce() throws Exception {
        ContractClient served = serve(() -> Response.of("text/plain", publisher(-1, false)));
        assertBytes(BYTES, served.call("GET", "/", 0).await());
        assertClosedOnce(served);
    }

    @Test
    void sendsThePartsOfAPublisherWithTheirLength() throws Exception {
        ContractClient served = serve(() -> Response.of("text/plain", publisher(BYTES.length, false)));
        Answer answer = served.call("GET", "/", 0).await();
        assertBytes(BYTES, answer);
        assertEquals("" + BYTES.length, answer.header("content-length"));
    }

    @Test
    void cutsThePartsOfAPublisherThatFailsAndClosesItOnce() throws Exception {
        ContractClient served = serve(() -> Response.of("text/plain", publisher(-1, true)));
        assertFalse(served.call("GET", "/", 0).await().complete());
        assertClosedOnce(served);
    }

    @Test
    void sendsWhatAWriterWrites() throws Exception {
        ContractClient served = serve(() -> Response.write("text/plain", out -> {
            for (byte one : BYTES) {
                out.write(one);
            }
        }));
        assertBytes(BYTES, served.call("GET", "/", 0).await());
    }

    @Test
    void sendsWhatAWriterWritesWithItsLength() throws Exception {
        ResponseBody body =
                ResponseBody.Region.of((out, from, length) -> out.write(BYTES, (int) from, (int) length), BYTES.length);
        Answer answer =
                serve(() -> Response.of("text/plain", body)).call("GET", "/", 0).await();
        assertBytes(BYTES, answer);
        assertEquals("" + BYTES.length, answer.header("content-length"));
    }

    @Test
    void sendsWhatAWriterFlushesBeforeItEnds() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        ContractClient served = serve(() -> Response.write("text/plain", out -> {
            out.write(BYTES, 0, 10);
            out.flush();
            await(received);
            out.write(BYTES, 10, 10);
        }));
        ContractCall call = served.call("GET", "/", 0);
        call.awaitText("0123456789");
        received.countDown();
        assertBytes(Arrays.copyOf(BYTES, 20), call.await());
    }

    @Test
    void sendsAPartOfAPublisherBeforeTheNextOne() throws Exception {
        SubmissionPublisher<ByteBuffer> parts = new SubmissionPublisher<>();
        ContractClient served = serve(() -> Response.stream("text/plain", parts));
        ContractCall call = served.call("GET", "/", 0);
        while (!parts.hasSubscribers()) {
            Thread.onSpinWait(); // the time limit of the test bounds the loop
        }
        parts.submit(ByteBuffer.wrap(BYTES, 0, 10));
        call.awaitText("0123456789");
        parts.submit(ByteBuffer.wrap(BYTES, 10, 10));
        parts.close();
        assertBytes(Arrays.copyOf(BYTES, 20), call.await());
    }

    @Test
    void cutsAWriterThatWritesLessThanItsLength() throws Exception {
        ResponseBody body = new ResponseBody.Output(out -> out.write(BYTES), BYTES.length + 1L);
        assertFalse(serve(() -> Response.of("text/plain", body))
                .call("GET", "/", 0)
                .await()
                .complete());
    }

    @Test
    void cutsAWriterThatFails() throws Exception {
        ContractClient served = serve(() -> Response.write("text/plain", out -> {
            out.write(BYTES);
            out.flush();
            throw new IOException("failed");
        }));
        assertFalse(served.call("GET", "/", 0).await().complete());
    }

    @Test
    void closesTheSourceOfAResponseToHead() throws Exception {
        ContractClient served = serve(() -> Response.of("text/plain", new ResponseBody.Input(input(), BYTES.length)));
        Answer answer = served.call("HEAD", "/", 0).await();
        assertEquals(0, answer.body().length);
        assertEquals("" + BYTES.length, answer.header("content-length"));
        assertClosedOnce(served);
    }

    /** A length of 0 would be that of another content (RFC 9110 §8.6). */
    @Test
    void sendsNoLengthToHeadIfItIsUnknown() throws Exception {
        ContractClient served = serve(() -> Response.write("text/plain", out -> out.write(BYTES)));
        Answer answer = served.call("HEAD", "/", 0).await();
        assertEquals(200, answer.status());
        assertEquals("", answer.header("content-length"));
        assertEquals(200, served.call("HEAD", "/", 0).await().status());
    }

    @Test
    void closesTheSourceOfAResponseThatHasNoContent() throws Exception {
        ContractClient served =
                serve(() -> Response.of("text/plain", publisher(-1, false)).status(Status.NOT_MODIFIED));
        Answer answer = served.call("GET", "/", 0).await();
        assertEquals(304, answer.status());
        assertEquals(0, answer.body().length);
        assertEquals("", answer.header("content-length"));
        assertClosedOnce(served);
    }

    @Test
    void closesTheSourceWhenTheClientAborts() throws Exception {
        CountDownLatch subscribed = new CountDownLatch(1);
        Flow.Publisher<ByteBuffer> silent = new SilentPublisher(subscribed);
        ContractClient served =
                serve(() -> Response.of("text/plain", new ResponseBody.Stream(silent, -1, this::release)));
        ContractCall call = served.call("GET", "/", 0);
        await(subscribed);
        call.abort();
        assertClosedOnce(served);
    }

    @Test
    void keepsTheOrderOfRepeatedFields() throws Exception {
        ContractClient served =
                serve(() -> Response.text("ok").addHeader("Set-Cookie", "a=1").addHeader("Set-Cookie", "b=2"));
        assertEquals(
                java.util.List.of("a=1", "b=2"),
                served.call("GET", "/", 0).await().headers().get("set-cookie"));
    }

    /** Publishes {@link #BYTES}, a part for each that is requested, and fails half way if it shall. */
    private static final class Parts implements Flow.Publisher<ByteBuffer> {
        private static final int PART = 1_000;
        private final boolean fails;

        Parts(boolean fails) {
            this.fails = fails;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                private int position;
                private boolean publishing;
                private long requested;
                private boolean over;

                @Override
                public synchronized void request(long count) {
                    requested += count;
                    if (publishing) {
                        return;
                    }
                    publishing = true;
                    while (requested > 0 && !over) {
                        requested--;
                        if (fails && position >= BYTES.length / 2) {
                            over = true;
                            subscriber.onError(new IOException("failed"));
                        } else if (position == BYTES.length) {
                            over = true;
                            subscriber.onComplete();
                        } else {
                            position += PART;
                            subscriber.onNext(ByteBuffer.wrap(BYTES, position - PART, PART));
                        }
                    }
                    publishing = false;
                }

                @Override
                public synchronized void cancel() {
                    over = true;
                }
            });
        }
    }
}
