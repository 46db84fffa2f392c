package io.jetalyst.security.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Fetches the keys of an issuer: first its metadata, for the address of the keys, and then the keys. */
final class KeyFetch {
    private static final int MAX_KEYS = 100;
    private static final int MIN_RSA_BITS = 2048; // RFC 7518 §3.3

    private final URI issuer;
    private final Optional<URI> address;
    private final BoundedHttp http;

    KeyFetch(URI issuer, Optional<URI> address, BoundedHttp http) {
        this.issuer = issuer;
        this.address = address;
        this.http = http;
    }

    /** The keys, later. The future fails if there are none. */
    CompletableFuture<List<JWK>> fetch() {
        return address.map(CompletableFuture::completedFuture)
                .orElseGet(() -> new WellKnown(issuer, http).fetch().thenApply(KeyFetch::address))
                .thenCompose(http::get)
                .thenApply(bytes -> keys(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static URI address(String metadata) {
        if (WellKnown.object(metadata).get("jwks_uri") instanceof String address) {
            return SecureAddress.check(URI.create(address));
        }
        throw new IllegalArgumentException("the metadata have no jwks_uri");
    }

    /** The public keys for signatures that are long enough. */
    private static List<JWK> keys(String json) {
        List<JWK> keys;
        try {
            keys = JWKSet.parse(WellKnown.object(json)).toPublicJWKSet().getKeys();
        } catch (ParseException e) {
            throw new IllegalArgumentException("the response is not a set of keys", e);
        }
        List<JWK> usable =
                keys.stream().filter(KeyFetch::isUsable).limit(MAX_KEYS).toList();
        if (usable.isEmpty()) {
            throw new IllegalArgumentException("the set has no public key for signatures");
        }
        return usable;
    }

    private static boolean isUsable(JWK key) {
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        return signs && !(key instanceof RSAKey rsa && rsa.size() < MIN_RSA_BITS);
    }
}
