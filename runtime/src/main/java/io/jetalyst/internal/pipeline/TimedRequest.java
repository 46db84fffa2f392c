package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.httpsession.RequestSession;
import io.jetalyst.internal.session.SessionHost;
import io.jetalyst.session.Session;
import io.jetalyst.view.PageTexts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The end of a request: it is answered once, by the controller, by a filter, or by its deadline. This is the base class of
 * {@link RequestRun} and no object of its own, because every request needs it.
 */
abstract class TimedRequest extends RequestContext {
    private static final VarHandle ANSWERED = answeredHandle();

    private final Pipeline pipeline;
    private final Exchange exchange;

    /** The first deferred response, which the deadline completes. */
    private volatile @Nullable CompletableFuture<Response> pending;

    /** The stages that this request's thread waits for; {@code null} if it has waited for none. */
    private @Nullable TimedStages stages;

    /** The bytes of the body that had been received when the deadline passed last. */
    private long receivedBefore;

    @SuppressWarnings("unused") // through the handle
    private volatile boolean answered;

    /** The session of the browser; {@code null} if nothing has asked for it. */
    private @Nullable RequestSession session;

    private volatile boolean abandoned;
    private volatile boolean contentFailed;
    private volatile boolean upgraded;

    /** The links and the time of the {@link DeadlineQueue}, which guards them. */
    @Nullable
    TimedRequest previous;

    @Nullable
    TimedRequest next;

    /** Stays the same once set: its lock guards the links. */
    DeadlineQueue.@Nullable Stripe stripe;

    long deadline;

    TimedRequest(Pipeline pipeline, Exchange exchange, Request request) {
        super(request, null);
        this.pipeline = pipeline;
        this.exchange = exchange;
    }

    /** Hands the one response of this request to the pipeline. */
    abstract void send(Response response);

    /** Whether the calling thread may block. */
    abstract boolean mayBlock();

    final Pipeline pipeline() {
        return pipeline;
    }

    final Exchange exchange() {
        return exchange;
    }

    final boolean isAnswered() {
        return answered;
    }

    /** The deadline completes this stage, if it is the first one of this request. */
    final void completeOnDeadline(CompletableFuture<Response> response) {
        if (pending == null) {
            pending = response;
        }
    }

    /** Sends this response, unless the request is answered. */
    final void answer(Response response) {
        if (ANSWERED.compareAndSet(this, false, true)) {
            send(response);
        } else {
            response.close();
        }
    }

    /** The client has gone while the response was pending; the engine does not send this one. */
    final void abandon(Response response) {
        abandoned = true;
        answer(response);
    }

    final boolean isAbandoned() {
        return abandoned;
    }

    /** The content of the response failed after its status was sent. */
    final void contentFailed() {
        contentFailed = true;
    }

    final boolean isContentFailed() {
        return contentFailed;
    }

    /** The connection becomes a socket. */
    final void upgraded() {
        upgraded = true;
    }

    final boolean isUpgraded() {
        return upgraded;
    }

    /** Sends this response. The request was never in the {@link DeadlineQueue}, so no other thread can answer it. */
    final void answerUnshared(Response response) {
        ANSWERED.setOpaque(this, true);
        send(response);
    }

    @Override
    public final Session session() {
        if (pipeline.sessions().mayBlock() && !mayBlock()) {
            throw new IllegalStateException(
                    "session() may block, because the store of the sessions may, and neither the"
                            + " route nor a filter says so: let isNonBlocking() of the filter return false");
        }
        if (session == null) {
            session = pipeline.sessions().of(request());
        }
        return session;
    }

    /** The response with the cookie of the session. */
    final Response withSession(Response response) {
        return session == null ? response : session.complete(response);
    }

    /** The request uses the session no longer. */
    final void leaveSession() {
        if (session != null) {
            session.leave();
        }
    }

    /** Whether something has asked for the session of the browser. */
    final boolean usesSession() {
        return session != null;
    }

    /**
     * Whether the session that the request has used has ended, or has a new id from another request.
     *
     * @param mayWait whether to ask the store, as another process may have ended the session
     */
    final boolean hasSessionEnded(boolean mayWait) {
        return session != null && session.hasEnded(mayWait);
    }

    /** The host of the socket that this handshake opens. */
    final SessionHost socketHost(SessionHost host) {
        return session == null ? host : session.bind(host);
    }

    /**
     * Ends a response when the session that the request has used ends.
     *
     * @return is called when the response is complete; {@code null} if the request has used no session
     */
    final @Nullable Runnable endWithSession(Runnable end) {
        return session == null ? null : session.bind(end);
    }

    @Override
    public final AcceptLanguage languages() {
        return pipeline.failures().languages(request());
    }

    @Override
    public final List<InputError> translate(List<InputError> errors) {
        return pipeline.failures().translate(errors, request());
    }

    @Override
    public final HttpProblem translate(HttpProblem problem) {
        return pipeline.failures().translate(problem, request());
    }

    @Override
    public final PageTexts pageTexts() {
        return pipeline.failures().pageTexts(request());
    }

    @Override
    public final <T> CompletableFuture<T> withinTimeout(CompletionStage<T> stage) {
        return stages().limit(stage);
    }

    private synchronized TimedStages stages() {
        return stages == null ? stages = new TimedStages() : stages;
    }

    /** The deadline has passed. */
    final void expire() {
        if (answered) {
            return;
        }
        long received = exchange.body().received();
        if (received > receivedBefore) {
            receivedBefore = received; // the time for the response begins when the client has sent its body
            pipeline.extend(this);
            return;
        }
        pipeline.rejections().add(ServerLimit.ANSWER_TIME);
        Response late = pipeline.failures().late(request(), route());
        stages().expire();
        CompletableFuture<Response> deferred = pending;
        if (deferred == null || !deferred.complete(late)) {
            answer(late); // a thread still runs the controller or a filter, or a filter's own response is pending
        } else {
            pipeline.expireLater(this, late);
        }
    }

    private static VarHandle answeredHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(TimedRequest.class, "answered", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
