package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeResult;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.PulledBody;
import io.jetalyst.engine.RequestBody;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exchange without a server: the test writes the request and reads the answer. */
final class RecordedExchange implements Exchange {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private UpgradeSupport support = UpgradeSupport.UPGRADE_HEADER;
    private String protocol = "HTTP/1.1";
    private byte[] body = {};
    private volatile @Nullable Response response;
    private volatile @Nullable SocketUpgrade upgrade;
    private @Nullable RuntimeException failure;
    private @Nullable Request request;
    private @Nullable Consumer<Throwable> onAbort;
    private boolean busy;
    private int executed;

    RecordedExchange(String method, String target) {
        this.method = method;
        int mark = target.indexOf('?');
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? "" : target.substring(mark + 1);
    }

    static RecordedExchange handshake(String target) {
        return new RecordedExchange("GET", target)
                .header("Upgrade", "websocket")
                .header("Connection", "keep-alive, Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    RecordedExchange header(String name, String value) {
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    RecordedExchange without(String name) {
        headers.remove(name);
        return this;
    }

    RecordedExchange support(UpgradeSupport how, String over) {
        support = how;
        protocol = over;
        return this;
    }

    RecordedExchange withBody(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    RecordedExchange through(Pipeline pipeline) {
        pipeline.handle(this);
        return this;
    }

    @Override
    public Request request() {
        if (request == null) {
            request = Request.builder(method, path)
                    .authority("app.example:8080")
                    .query(query)
                    .protocol(protocol)
                    .headers(Headers.of(headers))
                    .remoteAddress(new InetSocketAddress("127.0.0.1", 1))
                    .build();
        }
        return request;
    }

    @Override
    public UpgradeSupport upgradeSupport() {
        return support;
    }

    @Override
    public RequestBody body() {
        return new BytesBody(body);
    }

    @Override
    public void onEnd(Runnable task) {}

    @Override
    public void execute(Runnable task) {
        executed++;
        if (busy) {
            throw new RejectedExecutionException("busy");
        }
        task.run();
    }

    @Override
    public void onAbort(Consumer<Throwable> listener) {
        onAbort = listener;
    }

    @Override
    public void respond(Response answer) {
        answeredOnce();
        response = answer;
        answered.countDown();
    }

    @Override
    public void upgrade(SocketUpgrade how) {
        if (failure != null) {
            throw failure;
        }
        answeredOnce();
        upgrade = how;
        answered.countDown();
    }

    /** The engine cannot upgrade the connection. */
    RecordedExchange failingUpgrade(RuntimeException thrown) {
        failure = thrown;
        return this;
    }

    @Override
    public ExchangeResult result() {
        return new ExchangeResult(response == null ? 0 : response.status().code(), 0, 0, null);
    }

    private void answeredOnce() {
        if (response != null || upgrade != null) {
            throw new AssertionError("answered twice");
        }
    }

    /** All threads for blocking tasks are taken. */
    RecordedExchange busy() {
        busy = true;
        return this;
    }

    /** How often the request was handed to another thread. */
    int executed() {
        return executed;
    }

    /** The client goes, if anybody waits for that. */
    void abort() {
        Optional.ofNullable(onAbort)
                .orElseThrow(() -> new AssertionError("no listener"))
                .accept(new IOException("gone"));
    }

    /** Waits until another thread has answered. */
    void await() throws InterruptedException {
        assertTrue(answered.await(10, TimeUnit.SECONDS), "no answer");
    }

    Response response() {
        return Optional.ofNullable(response).orElseThrow(() -> new AssertionError("no response"));
    }

    SocketUpgrade upgraded() {
        return Optional.ofNullable(upgrade).orElseThrow(() -> new AssertionError("no upgrade but " + status()));
    }

    /** A field of the answer to a handshake that was taken. */
    Optional<String> answer(String name) {
        return upgraded().headers().stream()
                .filter(field -> field.name().equals(name))
                .map(HeaderField::value)
                .findFirst();
    }

    int status() {
        return response().status().code();
    }

    String text() {
        return new String(((ResponseBody.Bytes) response().body()).bytes(), StandardCharsets.UTF_8);
    }

    String answered(String header) {
        return response().header(header).orElse("");
    }

    /** A body that has arrived. */
    private static final class BytesBody extends PulledBody {
        private final byte[] bytes;
        private boolean pulled;

        BytesBody(byte[] bytes) {
            super(EngineOptions.of(Listener.http("localhost", 0)), (task, nanos) -> () -> {});
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public boolean isEmpty() {
            return bytes.length == 0;
        }

        @Override
        protected byte[] pull() {
            boolean ended = pulled || isEmpty();
            pulled = true;
            return ended ? END : bytes;
        }

        @Override
        protected void demand(Runnable arrived) {
            arrived.run();
        }
    }
}
