package io.jetalyst.security.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid tokens, and the options of a verifier. */
class JwtVerifierTest extends IssuerTest {
    @Test
    void acceptsValidToken() throws Exception {
        AccessToken token = verifier.verify(issuer.token(issuer.claims()
                .claim("roles", List.of("admin", "editor"))
                .claim("scope", "read write")
                .build()));

        assertEquals("ada", token.subject());
        assertEquals("ada", token.name());
        assertEquals(Set.of("admin", "editor"), token.roles());
        assertEquals(Set.of("read", "write"), token.scopes());
        assertEquals(issuer.address().toString(), token.issuer());
        verifier.verify(
                Handmade.token("{\"alg\":\"RS256\"}", issuer.claims().build().toString(), issuer.key()));
    }

    @Test
    void toleratesSmallDifferenceOfClocks() throws Exception {
        Instant now = Instant.now();
        assertEquals(
                "ada",
                verifier.verify(issuer.token(issuer.claims()
                                .expirationTime(Date.from(now.minusSeconds(10)))
                                .build()))
                        .subject());
    }

    @Test
    void keepsOnlyAccessTokensIfAsked() throws Exception {
        JwtVerifier strict = JwtVerifier.of(issuer.options().accessTokensOnly());

        assertEquals("ada", strict.verify(issuer.token()).subject());
        assertThrows(
                InvalidTokenException.class,
                () -> strict.verify(Issuer.sign(
                        issuer.header().type(JOSEObjectType.JWT).build(),
                        issuer.claims().build(),
                        issuer.key())));
        assertThrows(
                InvalidTokenException.class,
                () -> strict.verify(Handmade.token(
                        "{\"alg\":\"RS256\"}", issuer.claims().build().toString(), issuer.key())));
    }

    @Test
    void readsRolesAndNameFromOtherClaims() throws Exception {
        JwtVerifier keycloak =
                JwtVerifier.of(issuer.options().rolesClaim("realm_access.roles").nameClaim("preferred_username"));
        JWTClaimsSet.Builder claims = issuer.claims()
                .claim("preferred_username", "Ada L.")
                .claim("realm_access", Map.of("roles", List.of("admin", 7)));

        AccessToken token = keycloak.verify(issuer.token(claims.build()));

        assertEquals(Set.of("admin"), token.roles());
        assertEquals("Ada L.", token.name());
        assertEquals(Set.of(), keycloak.verify(issuer.token()).roles());
        assertEquals("ada", keycloak.verify(issuer.token()).name());
    }

    /** Users may enter the address of somebody else. */
    @Test
    void readsNameFromVerifiedEmailOnly() throws Exception {
        JwtVerifier byEmail = JwtVerifier.of(issuer.options().nameClaim("email"));
        JWTClaimsSet.Builder claims = issuer.claims().claim("email", "ada@example.org");

        assertEquals("ada", byEmail.verify(issuer.token(claims.build())).name());
        claims.claim("email_verified", false);
        assertEquals("ada", byEmail.verify(issuer.token(claims.build())).name());
        claims.claim("email_verified", "true");
        assertEquals(
                "ada@example.org", byEmail.verify(issuer.token(claims.build())).name());
        claims.claim("email_verified", true);
        assertEquals(
                "ada@example.org", byEmail.verify(issuer.token(claims.build())).name());
    }

    /** The reason goes to the log, and the library quotes the token in it. */
    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u001b[2J", "\\u202e", "\\u2028", "ä"})
    void namesReasonOnOneShortLineOfAscii(String coded) {
        String text = coded + "x".repeat(1000);
        String claims = issuer.claims().build().toString();
        for (String token : List.of(
                handmade("{\"alg\":\"RS256\",\"typ\":\"" + text + "\"}", claims),
                handmade("{\"alg\":\"RS256\"}", claims.replace("\"iss\":\"", "\"iss\":\"" + text)))) {
            String reason = assertThrows(InvalidTokenException.class, () -> verifier.verify(token))
                    .getMessage();
            assertTrue(reason.matches("[ -~]{1,250}"), reason);
        }
    }

    private static String handmade(String header, String claims) {
        try {
            return Handmade.token(header, claims, issuer.key());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesAlgorithmsWithSharedSecret() {
        for (String name : new String[] {"none", "HS256", "dir", "rs256"}) {
            assertThrows(IllegalArgumentException.class, () -> issuer.options().algorithms(name));
        }
    }
}
