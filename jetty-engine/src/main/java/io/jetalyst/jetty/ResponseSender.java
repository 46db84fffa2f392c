package io.jetalyst.jetty;

import io.jetalyst.engine.Rejections;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Sends the body of a response whose status and header fields are set, unless it is bytes, and closes it exactly once. */
final class ResponseSender {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Request request;
    private final org.eclipse.jetty.server.Response out;
    private final RootHandler root;
    private final Consumer<Consumer<Throwable>> aborts;
    private final BiConsumer<ContentFailure, Callback> contentFailed;

    ResponseSender(
            Request request,
            org.eclipse.jetty.server.Response out,
            RootHandler root,
            Consumer<Consumer<Throwable>> aborts,
            BiConsumer<ContentFailure, Callback> contentFailed) {
        this.request = request;
        this.out = out;
        this.root = root;
        this.aborts = aborts;
        this.contentFailed = contentFailed;
    }

    void send(Response response, Callback completion) {
        ResponseBody body = response.body();
        if (response.status().isBodiless()) {
            body.close();
            sendBodiless(response, completion);
        } else if (HttpMethod.HEAD.is(request.getMethod())) {
            announceLength(body);
            body.close();
            sendHead(completion);
        } else {
            announceLength(body);
            sendLarge(body, new ClosingCallback(body, completion, contentFailed));
        }
    }

    private void sendBodiless(Response response, Callback completion) {
        if (response.status().code() == HttpStatus.RESET_CONTENT_205) {
            out.write(true, BufferUtil.EMPTY_BUFFER, completion);
        } else {
            sendWithoutLength(completion);
        }
    }

    /** The header fields that {@code GET} would have: the length of its content, if that is known. */
    private void sendHead(Callback completion) {
        if (out.getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
            out.write(true, BufferUtil.EMPTY_BUFFER, completion);
        } else {
            sendWithoutLength(completion);
        }
    }

    /** Jetty would add {@code Content-Length: 0} to a response that is complete at once; only 205 may have it (RFC 9110 §8.6). */
    private void sendWithoutLength(Callback completion) {
        out.write(
                false,
                null,
                Callback.from(
                        completion.getInvocationType(),
                        () -> out.write(true, BufferUtil.EMPTY_BUFFER, completion),
                        completion::failed));
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
                sender.abort(new ContentFailure(failure)); // it ignores all later signals, so the exchange ends once
            }
            return;
        }
        long buffered = body instanceof ResponseBody.FileRegion file ? FileSender.maxBytes(file) : 2L * BUFFER_BYTES;
        boolean ready = body instanceof ResponseBody.FileRegion;
        Callback counted = root.pending().reserve(buffered, ready, request, completion);
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
            completion.failed(new ContentFailure(Rejections.busy()));
        }
    }

    private void sendBlocking(ResponseBody body, Callback completion) {
        ClientOutput sink = new ClientOutput(Content.Sink.asOutputStream(out));
        try {
            if (body instanceof ResponseBody.Input input) {
                input.stream().transferTo(sink);
            } else if (body instanceof ResponseBody.Output output) {
                OutputStream buffered = new BufferedOutputStream(sink, BUFFER_BYTES);
                output.writer().writeTo(buffered);
                buffered.flush();
            }
            sink.close();
        } catch (Throwable failure) {
            completion.failed(sink.failed ? failure : ContentFailure.of(failure));
            return;
        }
        completion.succeeded();
    }

    /** Remembers whether the client, and not the code that writes, failed. */
    private static final class ClientOutput extends OutputStream {
        private final OutputStream out;
        private boolean failed;

        ClientOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException | RuntimeException failure) {
                failed = true;
                throw failure;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException | RuntimeException failure) {
                failed = true;
                throw failure;
            }
        }

        @Override
        public void close() throws IOException {
            failed = true; // from here on the content is complete, and only the client can fail
            out.close();
        }
    }
}
