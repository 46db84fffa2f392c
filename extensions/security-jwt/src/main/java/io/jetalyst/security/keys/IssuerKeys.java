package io.jetalyst.security.keys;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, in memory. A token with an unknown {@code kid} causes a fetch, but not more than one in an interval, so tokens with
 * invented {@code kid}s occupy few threads and cost the issuer little.
 */
public final class IssuerKeys implements JWKSource<SecurityContext> {
    private final Fetched<List<JWK>> keys;
    private final Duration interval;

    /** @param address the address of the keys; empty if the metadata of the issuer have it */
    public IssuerKeys(URI issuer, Optional<URI> address, BoundedHttp http, FetchTimes times, LongSupplier nanoTime) {
        KeyFetch fetch = new KeyFetch(issuer, address, http);
        this.keys = new Fetched<>("the keys of " + issuer, fetch::fetch, times, nanoTime);
        this.interval = times.interval();
    }

    /** Begins to fetch the keys. */
    public void refresh() {
        keys.refresh();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return get(selector, interval, 1);
    }

    /**
     * The same keys for tokens that the issuer itself has sent as a response, so that nobody can invent their {@code kid}s: each unknown one causes a
     * fetch, and so the first token after a rotation of the keys is verified, however short the time since the last fetch is.
     */
    public JWKSource<SecurityContext> forResponses() {
        return (selector, context) ->
                get(selector, Duration.ZERO, 2); // the first fetch may have begun before the rotation
    }

    private List<JWK> get(JWKSelector selector, Duration atLeast, int maxFetches) throws KeySourceException {
        try {
            Fetched.Copy<List<JWK>> known = keys.copy();
            List<JWK> matching = selector.select(new JWKSet(known.value()));
            for (int i = 0; i < maxFetches && matching.isEmpty(); i++) {
                known = keys.newer(known, atLeast);
                matching = selector.select(new JWKSet(known.value()));
            }
            return matching;
        } catch (UnavailableException e) {
            throw new KeySourceException(e.getMessage());
        }
    }
}
