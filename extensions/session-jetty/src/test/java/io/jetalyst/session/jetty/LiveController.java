package io.jetalyst.session.jetty;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Response;
import io.jetalyst.session.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Responses that are longer than the session. */
@Controller
final class LiveController {
    record Tick(int number) {}

    /** More than the buffers of the server. */
    private static final int TICKS = 10_000;

    private static volatile CountDownLatch release = new CountDownLatch(1);

    static void hold() {
        release = new CountDownLatch(1);
    }

    static void release() {
        release.countDown();
    }

    /** One element, and no end. */
    private static <T> Flow.Publisher<T> first(T element) {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private boolean isSent;

            @Override
            public void request(long count) {
                if (!isSent) {
                    isSent = true;
                    subscriber.onNext(element);
                }
            }

            @Override
            public void cancel() {}
        });
    }

    @Get("/live/values")
    Flow.Publisher<Tick> values(Session session) {
        session.exists();
        return first(new Tick(1));
    }

    @Get("/live/parts")
    Flow.Publisher<ByteBuffer> parts(Session session) {
        session.exists();
        return first(ByteBuffer.wrap("part".getBytes(StandardCharsets.UTF_8)));
    }

    @Get("/live/stream")
    Stream<Tick> stream(Session session) {
        session.exists();
        AtomicInteger number = new AtomicInteger();
        return Stream.generate(() -> {
            if (number.incrementAndGet() > TICKS) {
                await(new CountDownLatch(1));
            }
            return new Tick(number.get());
        });
    }

    @Get("/live/download")
    Response download(Session session) {
        session.exists();
        return Response.write("text/plain", out -> {
            out.write(new byte[TICKS * 10]);
            out.flush();
            await(release);
            out.write("the end".getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
