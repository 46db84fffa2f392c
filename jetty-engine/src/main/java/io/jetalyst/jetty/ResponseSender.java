package io.jetalyst.jetty;

import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the body of a response whose status and header fields are set, unless it is bytes, and closes it exactly once. */
final class ResponseSender {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseSender.class);
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Request request;
    private final org.eclipse.jetty.server.Response out;
    private final RootHandler root;
    private final Consumer<Consumer<Throwable>> aborts;

    ResponseSender(
            Request request,
            org.eclipse.jetty.server.Response out,
            RootHandler root,
            Consumer<Consumer<Throwable>> aborts) {
        this.request = request;
        this.out = out;
        this.root = root;
        this.aborts = aborts;
    }

    void send(Response response, Callback completion) {
        ResponseBody body = response.body();
        if (response.status().isBodiless()) {
            body.close();
            sendBodiless(response, completion);
        } else if (HttpMethod.HEAD.is(request.getMethod())) {
            announceLength(body);
            body.close();
            out.write(true, BufferUtil.EMPTY_BUFFER, completion);
        } else {
            announceLength(body);
            sendLarge(body, new ClosingCallback(body, completion));
        }
    }

    /** Jetty would add {@code Content-Length: 0} to a response that is complete at once; only 205 may have it (RFC 9110 §8.6). */
    private void sendBodiless(Response response, Callback completion) {
        if (response.status().code() == HttpStatus.RESET_CONTENT_205) {
            out.write(true, BufferUtil.EMPTY_BUFFER, completion);
        } else {
            out.write(
                    false,
                    null,
                    Callback.from(
                            completion.getInvocationType(),
                            () -> out.write(true, BufferUtil.EMPTY_BUFFER, completion),
                            completion::failed));
        }
    }

    private void announceLength(ResponseBody body) {
        HttpFields.Mutable fields = out.getHeaders();
        if (body.length() >= 0 && !fields.contains(HttpHeader.CONTENT_LENGTH)) {
            fields.put(HttpHeader.CONTENT_LENGTH, body.length());
        }
    }

    private void sendLarge(ResponseBody body, Callback completion) {
        if (body instanceof ResponseBody.Stream stream) {
            PublisherSender sender = new PublisherSender(out, completion);
            aborts.accept(sender::abort);
            try {
                stream.publisher().subscribe(sender);
            } catch (RuntimeException | Error failure) {
                LOG.error("The publisher of a response threw from subscribe", failure);
                sender.abort(failure); // it ignores all later signals, so the exchange ends once
            }
            return;
        }
        long buffered = body instanceof ResponseBody.FileRegion file ? FileSender.maxBytes(file) : 2L * BUFFER_BYTES;
        Callback counted = root.pending().reserve(buffered, request.getConnectionMetaData(), completion);
        if (counted == null) {
            completion.failed(PendingBytes.tooMany());
        } else if (body instanceof ResponseBody.FileRegion file) {
            run(new FileSender(file, out, root.threads(), counted), counted);
        } else {
            run(() -> sendBlocking(body, counted), counted);
        }
    }

    private void run(Runnable task, Callback completion) {
        try {
            root.threads().execute(task);
        } catch (RejectedExecutionException full) {
            out.getHeaders().clear();
            out.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
            out.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
            out.write(true, BufferUtil.EMPTY_BUFFER, completion);
        }
    }

    private void sendBlocking(ResponseBody body, Callback completion) {
        try {
            OutputStream sink = Content.Sink.asOutputStream(out);
            if (body instanceof ResponseBody.Input input) {
                input.stream().transferTo(sink);
            } else if (body instanceof ResponseBody.Output output) {
                OutputStream buffered = new BufferedOutputStream(sink, BUFFER_BYTES);
                output.writer().writeTo(buffered);
                buffered.flush();
            }
            sink.close();
        } catch (Throwable failure) {
            if (out.isCommitted() && !(failure instanceof IOException)) {
                LOG.error(
                        "The content of a response failed, and is cut", failure); // no client has gone: code has failed
            }
            completion.failed(failure);
            return;
        }
        completion.succeeded();
    }

    /** Closes the body when the response is sent or has failed. */
    private static final class ClosingCallback implements Callback {
        private final ResponseBody body;
        private final Callback completion;
        private final AtomicBoolean closed = new AtomicBoolean();

        ClosingCallback(ResponseBody body, Callback completion) {
            this.body = body;
            this.completion = completion;
        }

        @Override
        public void succeeded() {
            if (close()) {
                completion.succeeded();
            }
        }

        @Override
        public void failed(Throwable failure) {
            if (close()) {
                completion.failed(failure);
            }
        }

        private boolean close() {
            if (!closed.compareAndSet(false, true)) {
                return false;
            }
            try {
                body.close();
            } catch (RuntimeException ignored) {
                // The response is over; there is nobody to report it to but the application, whose code it is.
            }
            return true;
        }

        @Override
        public InvocationType getInvocationType() {
            return completion.getInvocationType();
        }
    }
}
