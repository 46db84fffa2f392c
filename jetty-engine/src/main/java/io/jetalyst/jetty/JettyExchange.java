package io.jetalyst.jetty;

import io.jetalyst.engine.ContentFailures;
import io.jetalyst.engine.ExchangeResult;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** One request of Jetty with its response. */
final class JettyExchange extends ExchangeBody implements Callback {
    private final RootHandler root;
    private final @Nullable Http1State http1;
    /** Whether it counts as a request in flight. */
    private final boolean counted;
    /** The bytes of the response that are counted until it is sent. */
    private int pendingBytes;
    /** Whether the connection ends with this exchange; set before the response. */
    private boolean ending;

    private final org.eclipse.jetty.server.Response jettyResponse;
    private final Callback callback;
    private final Request request;
    /** The thread of the handler's call, until it returns. */
    private @Nullable Thread handlingThread = Thread.currentThread();

    /** Set before the response, and only if its content can fail. */
    private volatile @Nullable ContentFailures failures;

    /** Most exchanges have none. */
    private volatile @Nullable AbortWatch abortWatch;

    JettyExchange(
            RootHandler root,
            @Nullable Http1State http1,
            boolean counted,
            org.eclipse.jetty.server.Request request,
            org.eclipse.jetty.server.Response response,
            Callback callback) {
        super(request, root.options());
        this.root = root;
        this.http1 = http1;
        this.counted = counted;
        this.jettyResponse = response;
        this.callback = callback;
        this.request = Requests.of(request);
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public UpgradeSupport upgradeSupport() {
        HttpVersion version = jettyRequest.getConnectionMetaData().getHttpVersion();
        if (version == HttpVersion.HTTP_1_1) {
            return http1 == null ? UpgradeSupport.NONE : UpgradeSupport.UPGRADE_HEADER; // none over FastCGI
        }
        return isTunnel() ? UpgradeSupport.EXTENDED_CONNECT : UpgradeSupport.NONE;
    }

    @Override
    public void onEnd(Runnable task) {
        addEndTask(task);
    }

    @Override
    public void execute(Runnable task) {
        if (mayBlockHere()) {
            root.threads().runHere(new ExchangeTask(task));
        } else {
            root.threads().execute(new ExchangeTask(task));
        }
    }

    /** Whether the handler is being called on this thread, and may block because another thread is ready to select. */
    private boolean mayBlockHere() {
        return handlingThread == Thread.currentThread() && root.mayBlock() && !Invocable.isNonBlockingInvocation();
    }

    /** The handler's call has returned. */
    void handled() {
        handlingThread = null;
    }

    @Override
    public void onAbort(Consumer<Throwable> listener) {
        if (!hasEnded() || abortWatch != null) {
            abortWatch().add(listener, !isAnswered());
        }
    }

    private synchronized AbortWatch abortWatch() {
        AbortWatch existing = abortWatch;
        if (existing == null) {
            existing = new AbortWatch(this, jettyRequest);
            abortWatch = existing;
        }
        return existing;
    }

    /** The exchange may end at any time before and during this call. */
    void watch(Consumer<Throwable> listener) {
        if (http1 != null) {
            http1.watch(this, listener);
        }
    }

    @Override
    public void respond(Response response, ContentFailures listener) {
        failures = listener;
        respond(response);
    }

    @Override
    public void respond(Response response) {
        claim(response);
        try {
            if (isBodyless()) {
                send(response, false);
            } else {
                UnreadBody.drain(body(), root.options(), drained -> send(response, !drained));
            }
        } catch (RuntimeException | Error failure) {
            response.close();
            failed(failure);
            throw failure;
        }
    }

    /** @param closes whether the connection has to end, because the rest of the request's body may follow */
    private void send(Response response, boolean closes) {
        if (closes && isHttp2()) {
            jettyRequest.addHttpStreamWrapper(UnreadBody::resetWithoutError);
        }
        write(response, closes, closes && !isHttp2() ? UnreadBody.linger(body(), this) : this);
    }

    private void write(Response response, boolean closes, Callback completion) {
        // The bytes that follow a rejected CONNECT may be meant for the tunnel, and are no request.
        boolean isTunnelRejected = HttpMethod.CONNECT.is(jettyRequest.getMethod());
        if ((closes || isTunnelRejected || ending || root.isDraining()) && !isHttp2()) {
            jettyResponse.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        root.fields().add(response.headers(), jettyResponse.getHeaders());
        jettyResponse.setStatus(response.status().code());
        ReasonPhrase.set(jettyRequest, response.status());
        if (response.body() instanceof ResponseBody.Bytes content
                && !response.status().isBodiless()
                && !HttpMethod.HEAD.is(jettyRequest.getMethod())) {
            sendBytes(content.bytes(), completion);
        } else {
            new ResponseSender(
                            jettyRequest,
                            jettyResponse,
                            root,
                            listener -> abortWatch().add(listener, true),
                            new ContentRecovery(
                                    failures, jettyResponse, (other, failed) -> write(other, closes, failed)))
                    .send(response, completion);
        }
    }

    private void sendBytes(byte[] bytes, Callback completion) {
        Callback written = completion == this
                ? countedUntilEnd(bytes.length) // most responses, so without further objects
                : root.pending().reserve(bytes.length, true, jettyRequest, completion);
        if (written == null) {
            completion.failed(PendingBytes.tooMany());
        } else {
            jettyResponse.write(true, ByteBuffer.wrap(bytes), written);
        }
    }

    private @Nullable Callback countedUntilEnd(int bytes) {
        if (!root.pending().begin(bytes, true, jettyRequest)) {
            return null;
        }
        pendingBytes = bytes;
        return this;
    }

    /** The response is sent. */
    @Override
    public void succeeded() {
        Runnable tasks = endCounted();
        if (http1 != null) {
            http1.endExchange();
        }
        root.endTasks().run(tasks);
        callback.succeeded();
    }

    /** The response cannot be sent. */
    @Override
    public void failed(Throwable failure) {
        Runnable tasks = endCounted();
        if (http1 != null) {
            http1.abandonExchange();
        }
        abortWatch().abort(failure);
        root.endTasks().run(tasks);
        callback.failed(failure);
    }

    private @Nullable Runnable endCounted() {
        Runnable tasks = end();
        root.endTasks().begin(tasks);
        root.pending().end(pendingBytes, true, jettyRequest);
        if (counted) {
            root.inFlight().end();
        }
        if (http1 == null) {
            root.endStream();
        }
        if (ending && jettyRequest.getConnectionMetaData().getConnection() instanceof HTTP2Connection connection) {
            connection.getSession().shutdown(); // GOAWAY, and the end of the connection after its last stream
        }
        return tasks;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void upgrade(SocketUpgrade upgrade) {
        UpgradeSupport support = upgradeSupport();
        if (support == UpgradeSupport.NONE) {
            throw new IllegalStateException("a request of " + request.protocol() + " cannot become a socket");
        }
        claim(null);
        try {
            root.fields().add(upgrade.headers(), jettyResponse.getHeaders());
            WebSocketUpgrade.start(upgrade, support, root.tasks(), jettyRequest, jettyResponse, this);
        } catch (RuntimeException | Error failure) {
            failed(failure);
            throw failure;
        }
    }

    /** 500, if the exchange is not answered. The handler has thrown, and does not make this response: it would observe the request twice. */
    void fail() {
        if (beginAnswer()) {
            Refusals.sendFailure(jettyRequest, jettyResponse, this);
        }
    }

    /** The connection ends with this exchange. */
    void endConnection() {
        ending = true;
    }

    /** Answers with a problem at once, without the rest of the body, instead of the handler. */
    void reject(HttpProblem problem) {
        beginAnswer();
        Response response = Refusals.response(root.handler(), request, problem);
        try {
            send(response, !JettyBody.isAbsent(jettyRequest));
        } catch (RuntimeException | Error failure) {
            response.close();
            failed(failure); // nobody else would end the exchange
        }
    }

    /** Answers with a problem, if the exchange is not answered. */
    void refuse(HttpProblem problem) {
        if (beginAnswer()) {
            Refusals.send(root.handler(), problem, jettyRequest, jettyResponse, this);
        }
    }

    private void claim(@Nullable Response response) {
        if (!beginAnswer()) {
            if (response != null) {
                response.close();
            }
            throw new IllegalStateException(
                    "the exchange is answered already: " + request.method() + " " + request.path());
        }
    }

    @Override
    public ExchangeResult result() {
        return Requests.result(jettyRequest, jettyResponse, abortWatch);
    }
}
