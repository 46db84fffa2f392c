package io.jetalyst.security.jwt;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Fetches the keys of an issuer: first its metadata, for the address of the keys, and then the keys. */
final class KeyFetch {
    private static final int MAX_KEYS = 100;
    private static final int MIN_RSA_BITS = 2048; // RFC 7518 §3.3

    private final JwtOptions options;
    private final BoundedHttp http;

    KeyFetch(JwtOptions options) {
        this.options = options;
        this.http = new BoundedHttp(options.fetchTimeout());
    }

    /** @throws IllegalArgumentException if others could read or change what this address serves */
    static URI secure(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        boolean loopback =
                host != null && List.of("localhost", "127.0.0.1", "[::1]").contains(host);
        if (host == null || !(scheme.equals("https") || scheme.equals("http") && loopback)) {
            throw new IllegalArgumentException(
                    address + " must begin with https://; http:// is for addresses of this machine");
        }
        return address;
    }

    /** The keys, later. The future fails if there are none. */
    CompletableFuture<List<JWK>> fetch() {
        return options.keys()
                .map(CompletableFuture::completedFuture)
                .orElseGet(this::address)
                .thenCompose(http::get)
                .thenApply(KeyFetch::keys);
    }

    private CompletableFuture<URI> address() {
        return http.get(wellKnown("openid-configuration", false))
                .exceptionallyCompose(failure -> http.get(wellKnown("oauth-authorization-server", true)))
                .thenApply(this::keyAddress);
    }

    /** @param between whether the name stands between the authority and the path (RFC 8414 §3.1), or after the path */
    private URI wellKnown(String name, boolean between) {
        String issuer = options.issuer().toString();
        String path = options.issuer().getRawPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String root = issuer.substring(0, issuer.length() - path.length());
        return URI.create(between ? root + "/.well-known/" + name + trimmed : root + trimmed + "/.well-known/" + name);
    }

    private URI keyAddress(byte[] metadata) {
        Map<String, Object> members = object(metadata);
        if (!options.issuer().toString().equals(members.get("issuer"))) {
            throw new IllegalArgumentException("the metadata are those of another issuer than security.jwt.issuer");
        }
        if (members.get("jwks_uri") instanceof String address) {
            return secure(URI.create(address));
        }
        throw new IllegalArgumentException("the metadata have no jwks_uri");
    }

    private static Map<String, Object> object(byte[] json) {
        try {
            return JSONObjectUtils.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalArgumentException("the response is not a JSON object", e);
        }
    }

    /** The public keys for signatures that are long enough. */
    private static List<JWK> keys(byte[] json) {
        List<JWK> keys;
        try {
            keys = JWKSet.parse(object(json)).toPublicJWKSet().getKeys();
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
