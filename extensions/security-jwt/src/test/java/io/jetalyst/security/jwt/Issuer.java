package io.jetalyst.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of tokens on this machine. Its responses can be replaced by others. */
public final class Issuer implements AutoCloseable {
    public static final String AUDIENCE = "https://api.example";

    /** Sends a response. */
    interface Responder {
        void respond(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile List<RSAKey> keys;
    private volatile Responder keyResponder;
    private volatile Responder metadataResponder;
    final AtomicInteger keyFetches = new AtomicInteger();

    Issuer() throws IOException, JOSEException {
        keys = List.of(key("first"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        metadataResponder = exchange ->
                send(exchange, 200, "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + address() + "/keys\"}");
        keyResponder = this::sendKeys;
        server.createContext("/.well-known/openid-configuration", exchange -> metadataResponder.respond(exchange));
        server.createContext("/keys", exchange -> {
            keyFetches.incrementAndGet();
            keyResponder.respond(exchange);
        });
        server.start();
    }

    /** As the constructor, for a static field. */
    public static Issuer start() {
        try {
            return new Issuer();
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey key(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void sendKeys(HttpExchange exchange) throws IOException {
        send(exchange, 200, new JWKSet(List.copyOf(keys)).toString(true));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public JwtOptions options() {
        return JwtOptions.issuer(address()).audience(AUDIENCE);
    }

    RSAKey key() {
        return keys.get(0);
    }

    void rotate(RSAKey... next) {
        keys = List.of(next);
    }

    void respondToKeys(Responder responder) {
        keyResponder = responder;
    }

    void respondToMetadata(Responder responder) {
        metadataResponder = responder;
    }

    public JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .audience(AUDIENCE)
                .subject("ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key().getKeyID());
    }

    String token() throws JOSEException {
        return token(claims().build());
    }

    public String token(JWTClaimsSet claims) throws JOSEException {
        return sign(header().build(), claims, key());
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT signed = new SignedJWT(header, claims);
        signed.sign(new RSASSASigner(key));
        return signed.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
