package io.jetalyst.security.keys;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Fetches the metadata of an issuer. */
public final class WellKnown {
    private final URI issuer;
    private final BoundedHttp http;

    public WellKnown(URI issuer, BoundedHttp http) {
        this.issuer = issuer;
        this.http = http;
    }

    /** The metadata of OpenID Connect Discovery 1.0 §4, or else those of RFC 8414 §3, as JSON. The future fails if they name another issuer. */
    public CompletableFuture<String> fetch() {
        return http.get(after("openid-configuration"))
                .exceptionallyCompose(failure -> http.get(before("oauth-authorization-server")))
                .thenApply(bytes -> checked(new String(bytes, StandardCharsets.UTF_8)));
    }

    private String path() {
        String path = issuer.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private String root() {
        String text = issuer.toString();
        return text.substring(0, text.length() - issuer.getRawPath().length());
    }

    private URI after(String name) {
        return URI.create(root() + path() + "/.well-known/" + name);
    }

    /** RFC 8414 §3.1 puts the name before the path. */
    private URI before(String name) {
        return URI.create(root() + "/.well-known/" + name + path());
    }

    private String checked(String json) {
        if (!issuer.toString().equals(object(json).get("issuer"))) {
            throw new IllegalArgumentException("the metadata are those of another issuer than " + issuer);
        }
        return json;
    }

    static Map<String, Object> object(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalArgumentException("the response is not a JSON object", e);
        }
    }
}
