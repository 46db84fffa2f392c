package io.jetalyst.http;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The place of a request in a distributed trace (W3C Trace Context, level 1). A valid {@code traceparent} of the client continues its trace;
 * otherwise a new trace begins here. Immutable. A request that the application sends to another service belongs to the same trace if it has
 * the {@link #headers()}:
 *
 * <pre>{@code
 * HttpRequest.Builder call = HttpRequest.newBuilder(prices);
 * request.trace().headers().forEach(call::header);
 * }</pre>
 *
 * <p>Any client can send a {@code traceparent}, so a trace id says only which requests belong together: it is neither a secret nor unique.
 * {@link Request#id()} is unique.
 */
public final class Trace {
    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";

    private final String traceId;
    private final String parentId;
    private final String spanId;
    private final boolean sampled;
    private final String state;

    private Trace(String traceId, String parentId, boolean sampled, String state) {
        this.traceId = traceId;
        this.parentId = parentId;
        this.spanId = newSpanId();
        this.sampled = sampled;
        this.state = state;
    }

    /** @param id the id of the request, which a new trace takes */
    static Trace of(Headers headers, UUID id) {
        List<String> parents = headers.all(TRACEPARENT);
        String parent = parents.size() == 1 ? parents.get(0) : "";
        if (!TraceFields.isTraceparent(parent)) {
            String digits = HexFormat.of().toHexDigits(id.getMostSignificantBits())
                    + HexFormat.of().toHexDigits(id.getLeastSignificantBits());
            return new Trace(digits, "", false, "");
        }
        return new Trace(
                parent.substring(3, 35),
                parent.substring(36, 52),
                TraceFields.isSampled(parent),
                TraceFields.state(headers.all(TRACESTATE)));
    }

    /** Not 0, which is no id. */
    private static String newSpanId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    /** The id of the whole trace, 32 hexadecimal digits in lower case. */
    public String traceId() {
        return traceId;
    }

    /** The id of this request within the trace, 16 hexadecimal digits: services that it calls see it as their parent. */
    public String spanId() {
        return spanId;
    }

    /** The id of the client's request that this one belongs to; empty if the trace begins here. */
    public Optional<String> parentId() {
        return parentId.isEmpty() ? Optional.empty() : Optional.of(parentId);
    }

    /** Whether the client may have recorded its part of the trace, so that the services behind it should do the same. */
    public boolean isSampled() {
        return sampled;
    }

    /** The {@code tracestate} of the client, which belongs to the systems that record the trace; empty if there is none, or it is malformed. */
    public String state() {
        return state;
    }

    /** The value of {@code traceparent} for a request to another service. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    /** The header fields for a request to another service: {@code traceparent}, and {@code tracestate} unless it is empty. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(2);
        headers.put(TRACEPARENT, traceparent());
        if (!state.isEmpty()) {
            headers.put(TRACESTATE, state);
        }
        return headers;
    }

    /** The value of {@code traceparent}. */
    @Override
    public String toString() {
        return traceparent();
    }
}
