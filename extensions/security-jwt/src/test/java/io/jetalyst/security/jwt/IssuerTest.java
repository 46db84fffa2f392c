package io.jetalyst.security.jwt;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An issuer, and a verifier of its tokens, for the tests of a class. */
abstract class IssuerTest {
    static Issuer issuer;
    static JwtVerifier verifier;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        verifier = JwtVerifier.of(issuer.options());
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }
}
