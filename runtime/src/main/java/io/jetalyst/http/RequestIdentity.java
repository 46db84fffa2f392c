package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id, the trace and the nonce, which a request shares with its snapshots. The first call that reads one of them creates it, because most requests
 * and most open sockets never need them. Safe for all threads.
 */
final class RequestIdentity {
    private @Nullable String id;
    private @Nullable Trace trace;
    private volatile @Nullable String nonce;

    /** @param headers of the request, or of its snapshot */
    synchronized String id(Headers headers) {
        String known = id;
        return known == null ? create(headers) : known;
    }

    /** @param headers of the request, or of its snapshot */
    synchronized Trace trace(Headers headers) {
        if (id == null) {
            create(headers);
        }
        return requireNonNull(trace);
    }

    synchronized String nonce() {
        String known = nonce;
        if (known == null) {
            known = Nonce.create();
            nonce = known;
        }
        return known;
    }

    boolean hasNonce() {
        return nonce != null;
    }

    private String create(Headers headers) {
        UUID random = UUID.randomUUID();
        String created = random.toString();
        trace = Trace.of(headers, random);
        id = created;
        return created;
    }
}
