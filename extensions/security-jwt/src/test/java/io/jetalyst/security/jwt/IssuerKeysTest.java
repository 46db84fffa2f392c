package io.jetalyst.security.jwt;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fetches of keys: how many, and what a bad response of the issuer changes. */
class IssuerKeysTest {
    private final AtomicLong time = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);
    private Issuer issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
    }

    @AfterEach
    void stop() {
        end.countDown();
        issuer.close();
    }

    private JwtVerifier verifier(JwtOptions options) {
        return JwtVerifier.of(options, time::get);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private String tokenOf(RSAKey key) throws Exception {
        return Issuer.sign(
                issuer.header().keyID(key.getKeyID()).build(), issuer.claims().build(), key);
    }

    private void hang(HttpExchange exchange) {
        try {
            assertTrue(end.await(60, SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Test
    void fetchesKeysOnceForManyTokens() throws Exception {
        JwtVerifier verifier = verifier(issuer.options());
        for (int i = 0; i < 50; i++) {
            verifier.verify(issuer.token());
        }
        assertEquals(1, issuer.keyFetches.get());
    }

    @Test
    void acceptsNewKeyAfterRotation() throws Exception {
        JwtVerifier verifier = verifier(issuer.options());
        RSAKey old = issuer.key();
        verifier.verify(tokenOf(old));
        RSAKey next = Issuer.key("next");
        issuer.rotate(next);
        pass(Duration.ofMinutes(1));

        assertEquals("ada", verifier.verify(tokenOf(next)).subject());
        assertThrows(
                InvalidTokenException.class, () -> verifier.verify(tokenOf(old)), "the issuer has withdrawn the key");
        assertEquals(2, issuer.keyFetches.get());
    }

    @Test
    void fetchesOnceForManyUnknownKeys() throws Exception {
        JwtVerifier verifier = verifier(issuer.options());
        verifier.verify(issuer.token());
        for (int i = 0; i < 200; i++) {
            if (i == 100) {
                pass(Duration.ofSeconds(31));
            }
            String forged = Issuer.sign(
                    issuer.header().keyID("key-" + i).build(), issuer.claims().build(), issuer.key());
            assertThrows(InvalidTokenException.class, () -> verifier.verify(forged));
        }
        assertEquals(2, issuer.keyFetches.get());
    }

    @Test
    void acceptsKnownKeysWhileTheIssuerHangs() throws Exception {
        JwtVerifier verifier = verifier(issuer.options());
        verifier.verify(issuer.token());
        CountDownLatch asked = new CountDownLatch(1);
        issuer.respondToKeys(exchange -> {
            asked.countDown();
            hang(exchange);
        });
        pass(Duration.ofMinutes(11));

        verifier.verify(issuer.token());
        assertTrue(asked.await(30, SECONDS), "fetches the keys, which are older than ten minutes");
        verifier.verify(issuer.token());
    }

    @Test
    void boundsTheRequestsThatWaitForHangingIssuer() throws Exception {
        issuer.respondToKeys(this::hang);
        JwtVerifier verifier = verifier(issuer.options().fetchTimeout(Duration.ofSeconds(60)));
        String token = issuer.token();
        ExecutorService threads = Executors.newFixedThreadPool(17);
        try {
            CompletionService<KeysUnavailableException> requests = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < 17; i++) {
                requests.submit(() -> assertThrows(KeysUnavailableException.class, () -> verifier.verify(token)));
            }
            Future<KeysUnavailableException> rejected = requests.poll(30, SECONDS);
            assertNotNull(rejected, "one of the requests does not wait");
            assertEquals(
                    "too many requests wait for the keys of " + issuer.address(),
                    rejected.get().getMessage());
            assertNull(requests.poll(), "the others wait");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void givesUpOnHangingIssuer() throws Exception {
        issuer.respondToKeys(this::hang);
        JwtVerifier verifier = verifier(issuer.options().fetchTimeout(Duration.ofMillis(300)));

        assertThrows(KeysUnavailableException.class, () -> verifier.verify(issuer.token()));

        issuer.respondToKeys(issuer::sendKeys);
        assertThrows(KeysUnavailableException.class, () -> verifier.verify(issuer.token()), "the next fetch is later");
        pass(Duration.ofSeconds(6));
        assertEquals("ada", verifier.verify(issuer.token()).subject());
    }

    /** The head of the response comes at once, and then a byte from time to time. */
    @Test
    void givesUpOnDrippingIssuer() throws Exception {
        issuer.respondToKeys(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hang(exchange);
        });
        JwtVerifier verifier = verifier(issuer.options().fetchTimeout(Duration.ofMillis(300)));

        assertThrows(KeysUnavailableException.class, () -> verifier.verify(issuer.token()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><title>Maintenance</title>",
                "",
                "[]",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"first\"}]}",
                "{\"keys\":{}}"
            })
    void keepsOldKeysWhenTheIssuerSendsNoKeys(String body) throws Exception {
        JwtVerifier verifier = verifier(issuer.options());
        verifier.verify(issuer.token());
        issuer.respondToKeys(exchange -> Issuer.send(exchange, 200, body));
        pass(Duration.ofMinutes(20));

        assertThrows(KeysUnavailableException.class, () -> verifier.verify(tokenOf(Issuer.key("next"))));
        assertEquals("ada", verifier.verify(issuer.token()).subject());

        pass(Duration.ofHours(6));
        assertThrows(KeysUnavailableException.class, () -> verifier.verify(issuer.token()));
    }

    @Test
    void stopsReadingHugeResponse() throws Exception {
        issuer.respondToKeys(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] spaces = " ".repeat(65536).getBytes();
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(spaces); // fails when the verifier has disconnected
            }
        });
        JwtVerifier verifier = verifier(issuer.options());

        assertThrows(KeysUnavailableException.class, () -> verifier.verify(issuer.token()));
    }

    @Test
    void followsNoRedirect() throws Exception {
        issuer.respondToKeys(exchange -> {
            exchange.getResponseHeaders().set("Location", issuer.address() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThrows(
                KeysUnavailableException.class, () -> verifier(issuer.options()).verify(issuer.token()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"issuer\":\"https://other.example\",\"jwks_uri\":\"ISSUER/keys\"}",
                "{\"jwks_uri\":\"ISSUER/keys\"}",
                "{\"issuer\":\"ISSUER\"}",
                "{\"issuer\":\"ISSUER\",\"jwks_uri\":\"http://192.0.2.1/keys\"}",
                "{\"issuer\":\"ISSUER\",\"jwks_uri\":\"file:///etc/passwd\"}"
            })
    void rejectsMetadataOfOtherIssuerAndUnsafeAddresses(String metadata) throws Exception {
        issuer.respondToMetadata(exchange -> Issuer.send(
                exchange, 200, metadata.replace("ISSUER", issuer.address().toString())));

        assertThrows(
                KeysUnavailableException.class, () -> verifier(issuer.options()).verify(issuer.token()));
        assertEquals(0, issuer.keyFetches.get());
    }

    @Test
    void readsKeysFromConfiguredAddress() throws Exception {
        issuer.respondToMetadata(exchange -> Issuer.send(exchange, 500, ""));
        JwtVerifier verifier = verifier(issuer.options().keys(URI.create(issuer.address() + "/keys")));

        assertEquals("ada", verifier.verify(issuer.token()).subject());
    }

    @Test
    void ignoresShortKeys() throws Exception {
        RSAKey small = new RSAKeyGenerator(1024, true).keyID("small").generate();
        issuer.rotate(issuer.key(), small);
        String signed = Handmade.token(
                "{\"alg\":\"RS256\",\"kid\":\"small\"}", issuer.claims().build().toString(), small);

        assertThrows(
                InvalidTokenException.class, () -> verifier(issuer.options()).verify(signed));
    }

    @Test
    void refusesAddressesThatOthersCanChange() {
        for (String address : List.of(
                "http://login.example",
                "ftp://127.0.0.1",
                "login.example",
                "https:///x",
                "http://127.0.0.1.evil.example")) {
            assertThrows(IllegalArgumentException.class, () -> JwtOptions.issuer(URI.create(address)), address);
        }
    }
}
