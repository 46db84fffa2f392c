package io.jetalyst.security.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens in odd writings, which libraries read in different ways. The signature of most of them is valid. */
class OddTokenTest extends IssuerTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static void assertRejected(String token) {
        assertThrows(InvalidTokenException.class, () -> verifier.verify(token), token);
    }

    private static String signed(String header, String claims) throws Exception {
        return Handmade.token(header, claims, issuer.key());
    }

    private static String claims() {
        return issuer.claims().build().toString();
    }

    private static String withEnd(String end) {
        return claims().replaceFirst("\"exp\":\\d+", "\"exp\":" + end);
    }

    /** The last character of each part has bits that no byte uses, so one token would have many forms, and a list of withdrawn tokens one of them. */
    @Test
    void rejectsUnusedBitsOfBase64() throws Exception {
        String valid = issuer.token();
        verifier.verify(valid);
        for (int end : new int[] {valid.indexOf('.'), valid.lastIndexOf('.'), valid.length()}) {
            int last = ALPHABET.indexOf(valid.charAt(end - 1));
            String other = valid.substring(0, end - 1) + ALPHABET.charAt(last ^ 1) + valid.substring(end);
            assertRejected(other);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "file:///etc/passwd",
                "http://127.0.0.1:1/keys",
                "' or 1=1 --",
                "",
                "\\u0000",
                "\\ud800"
            })
    void findsNoKeyByPathOrAddress(String kid) throws Exception {
        assertRejected(signed("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "[\"first\"]", "{}"})
    void acceptsNoOtherTypeOfKid(String kid) throws Exception {
        String token = signed("{\"alg\":\"RS256\",\"kid\":" + kid + "}", claims());
        if (kid.equals("null")) {
            assertEquals("ada", verifier.verify(token).subject()); // the same as none
        } else {
            assertRejected(token);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"9999999999\"", "\"\"", "[9999999999]", "{}", "true", "null", "-1", "0", "1e3", "-9e99", "NaN"
            })
    void rejectsEndsThatAreNoTimeOrPast(String end) throws Exception {
        assertRejected(signed("{\"alg\":\"RS256\"}", withEnd(end)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "[\"ada\"]", "{}"})
    void rejectsSubjectsThatAreNoText(String subject) throws Exception {
        assertRejected(signed("{\"alg\":\"RS256\"}", claims().replace("\"ada\"", subject)));
    }

    /** A fraction is allowed (RFC 7519 §2), and an end that no clock reaches is either that or an error, but never one of the server. */
    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "9223372036854775807", "9223372036854775808", "9e18", "9e99", "1e999"})
    void handlesEndsBeyondAllClocks(String end) throws Exception {
        String token = signed("{\"alg\":\"RS256\"}", withEnd(end));
        Instant read;
        try {
            read = verifier.verify(token).expiresAt();
        } catch (InvalidTokenException rejected) {
            return;
        }
        assertTrue(read.isAfter(Instant.now()), "a token that is accepted has not ended");
    }

    @Test
    void acceptsFractionsOfSeconds() throws Exception {
        long now = Instant.now().getEpochSecond();
        assertEquals(
                "ada",
                verifier.verify(signed("{\"alg\":\"RS256\"}", withEnd(now + 60 + ".5")))
                        .subject());
        assertRejected(signed("{\"alg\":\"RS256\"}", withEnd(now - 60 + ".5")));
    }

    @Test
    void toleratesClocksInBothDirectionsByThirtySeconds() throws Exception {
        long now = Instant.now().getEpochSecond();
        String late = claims().replaceFirst("\\{", "{\"nbf\":" + (now + 20) + ",");
        String tooLate = claims().replaceFirst("\\{", "{\"nbf\":" + (now + 90) + ",");
        assertEquals("ada", verifier.verify(signed("{\"alg\":\"RS256\"}", late)).subject());
        assertRejected(signed("{\"alg\":\"RS256\"}", tooLate));
        assertEquals(
                "ada",
                verifier.verify(signed("{\"alg\":\"RS256\"}", withEnd(Long.toString(now - 10))))
                        .subject());
        assertRejected(signed("{\"alg\":\"RS256\"}", withEnd(Long.toString(now - 40))));
    }

    @Test
    void findsAudienceInArraysOnly() throws Exception {
        String audience = "\"aud\":\"" + Issuer.AUDIENCE + "\"";
        assertEquals(
                "ada",
                verifier.verify(signed(
                                "{\"alg\":\"RS256\"}",
                                claims().replace(audience, "\"aud\":[\"x\",\"" + Issuer.AUDIENCE + "\"]")))
                        .subject());
        for (String other : List.of(
                "\"aud\":[]",
                "\"aud\":[\"x\"]",
                "\"aud\":\"" + Issuer.AUDIENCE + " x\"",
                "\"aud\":\"x," + Issuer.AUDIENCE + "\"",
                "\"aud\":[[\"" + Issuer.AUDIENCE + "\"]]",
                "\"aud\":{\"" + Issuer.AUDIENCE + "\":1}",
                "\"aud\":7",
                "\"AUD\":\"" + Issuer.AUDIENCE + "\"")) {
            assertRejected(signed("{\"alg\":\"RS256\"}", claims().replace(audience, other)));
        }
    }

    @Test
    void rejectsDuplicateMembersInOtherWritings() throws Exception {
        assertRejected(signed("{\"alg\":\"RS256\",\"\\u0061lg\":\"none\"}", claims()));
        assertRejected(signed("{\"alg\":\"RS256\"}", claims().replaceFirst("\\{", "{\"\\\\u0073ub\":\"root\",")));
        assertRejected(signed("{\"alg\":\"RS256\"}", claims() + claims()));
    }

    @Test
    void rejectsNestedAndEncryptedTokens() throws Exception {
        assertRejected(signed("{\"alg\":\"RS256\",\"cty\":\"JWT\"}", issuer.token()));
        String five = Handmade.encoded("{\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\"}") + ".QUFB.QUFB.QUFB.QUFB";
        assertRejected(five);
        assertRejected(Handmade.encoded("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..QUFB.QUFB.QUFB");
        assertRejected("{\"payload\":\"" + Handmade.encoded(claims()) + "\",\"signatures\":[]}");
    }

    /** The values of a signature that verify in faulty implementations (CVE-2022-21449), with a key for which the algorithm fits. */
    @Test
    void rejectsEllipticSignaturesWithoutAKey() throws Exception {
        try (Issuer elliptic = new Issuer()) {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
            List<JWK> keys = new ArrayList<>(List.of(key));
            elliptic.respondToKeys(exchange -> Issuer.send(exchange, 200, new JWKSet(keys).toString(true)));
            JwtVerifier curves = JwtVerifier.of(elliptic.options());
            byte[] order = Arrays.copyOfRange(
                    Curve.P_256
                            .toECParameterSpec()
                            .getOrder()
                            .add(BigInteger.ONE.shiftLeft(256))
                            .toByteArray(),
                    1,
                    33);
            byte[] orders = Arrays.copyOf(order, 64);
            System.arraycopy(order, 0, orders, 32, 32);
            byte[] ones = new byte[64];
            ones[31] = 1;
            ones[63] = 1;
            for (byte[] signature : List.of(new byte[64], orders, ones, new byte[0], new byte[8], new byte[200])) {
                String token = Handmade.encoded("{\"alg\":\"ES256\",\"kid\":\"curve\"}") + "."
                        + Handmade.encoded(elliptic.claims().build().toString()) + "." + Base64URL.encode(signature);
                assertThrows(InvalidTokenException.class, () -> curves.verify(token));
            }
        }
    }
}
