package io.jetalyst.jetty;

import io.jetalyst.engine.PartParser;
import io.jetalyst.engine.PartReceiver;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Headers;
import io.jetalyst.http.InputError;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Jetty's parser of multipart bodies. It ignores exceptions of its listener and goes on after failures, so this class keeps the first one. */
final class JettyPartParser implements PartParser {
    private final PartReceiver receiver;
    private final MultiPart.Parser parser;
    private Map<String, List<String>> fields = newFields();
    private @Nullable Throwable failure;
    /** Whether the last byte was a CR, for the next piece: the strict parser rejects a piece that ends between the CR and the LF before a boundary. */
    private boolean heldCarriageReturn;

    /** @param maxHeadBytes the length of all header fields of one part */
    JettyPartParser(String boundary, int maxHeadBytes, PartReceiver receiver) {
        this.receiver = receiver;
        this.parser = new MultiPart.Parser(boundary, MultiPartCompliance.RFC7578_STRICT, new Listener());
        parser.setPartHeadersMaxLength(maxHeadBytes);
        parser.setMaxParts(-1); // the receiver limits them
    }

    private static Map<String, List<String>> newFields() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    @Override
    public void parse(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            ByteBuffer next = heldCarriageReturn ? afterCarriageReturn(bytes) : bytes.slice();
            heldCarriageReturn = next.get(next.limit() - 1) == '\r';
            if (heldCarriageReturn) {
                next.limit(next.limit() - 1);
            }
            feed(next);
        }
    }

    private static ByteBuffer afterCarriageReturn(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining() + 1)
                .put((byte) '\r')
                .put(bytes.slice())
                .flip();
    }

    private void feed(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            parser.parse(Content.Chunk.from(bytes, false));
            check();
        }
    }

    @Override
    public void end() {
        if (heldCarriageReturn) {
            feed(ByteBuffer.wrap(new byte[] {'\r'}));
        }
        parser.parse(Content.Chunk.EOF);
        check();
    }

    private void check() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
    }

    private void attempt(Runnable call) {
        if (failure == null) {
            try {
                call.run();
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
            }
        }
    }

    private final class Listener implements MultiPart.Parser.Listener {
        @Override
        public void onPartHeader(String name, String value) {
            fields.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
        }

        @Override
        public void onPartHeaders() {
            Headers headers = Headers.of(fields);
            fields = newFields();
            attempt(() -> receiver.begin(headers));
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            if (chunk.hasRemaining()) {
                attempt(() -> receiver.content(chunk.getByteBuffer()));
            }
        }

        @Override
        public void onPartEnd() {
            attempt(receiver::end);
        }

        @Override
        public void onFailure(Throwable thrown) {
            if (failure == null) {
                failure =
                        new BindingProblem(new InputError(InputError.FORM, "", InputError.ENCODING, complaint(thrown)));
            }
        }

        private String complaint(Throwable thrown) {
            if (thrown instanceof EOFException) {
                return "ends before its last boundary";
            }
            return thrown instanceof IllegalStateException
                    ? "has a part whose header is longer than " + parser.getPartHeadersMaxLength() + " bytes"
                    : "is not valid multipart/form-data";
        }
    }
}
