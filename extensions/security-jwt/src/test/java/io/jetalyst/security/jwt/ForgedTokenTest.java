package io.jetalyst.security.jwt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks of RFC 8725, each with a token that differs from a valid one in a single point. */
class ForgedTokenTest extends IssuerTest {
    private static void assertRejected(String token) {
        InvalidTokenException rejection = assertThrows(InvalidTokenException.class, () -> verifier.verify(token));
        for (String part : token.split("\\.")) {
            assertFalse(
                    part.length() > 8 && String.valueOf(rejection.getMessage()).contains(part), "logs the token");
        }
    }

    private static void assertClaimsRejected(JWTClaimsSet claims) throws Exception {
        assertRejected(issuer.token(claims));
    }

    /** Signs any texts as header and claims, as no library would. */
    private static String signed(String header, String claims) throws Exception {
        return Handmade.token(header, claims, issuer.key());
    }

    private static String encoded(String text) {
        return Handmade.encoded(text);
    }

    private static String claims(String more) {
        return issuer.claims().build().toString().replaceFirst("\\{", "{" + more);
    }

    @Test
    void rejectsTokenWithoutSignature() throws Exception {
        assertRejected(new PlainJWT(issuer.claims().build()).serialize());
        assertRejected(encoded("{\"alg\":\"none\"}") + "." + encoded(claims("")) + ".");
        assertRejected(encoded("{\"alg\":\"NoNe\"}") + "." + encoded(claims("")) + ".");
        String valid = issuer.token();
        assertRejected(valid.substring(0, valid.lastIndexOf('.') + 1));
        assertRejected(valid.substring(0, valid.lastIndexOf('.')));
    }

    @Test
    void rejectsPublicKeyAsSharedSecret() throws Exception {
        RSAKey key = issuer.key();
        for (byte[] secret : new byte[][] {
            key.toRSAPublicKey().getEncoded(),
            key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
            key.getModulus().decode()
        }) {
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    issuer.claims().build());
            signed.sign(new MACSigner(secret));
            assertRejected(signed.serialize());
        }
    }

    @Test
    void rejectsKeyOfSomeoneElse() throws Exception {
        RSAKey other = Issuer.key(issuer.key().getKeyID());
        assertRejected(Issuer.sign(issuer.header().build(), issuer.claims().build(), other));
        assertRejected(
                Issuer.sign(new JWSHeader(JWSAlgorithm.RS256), issuer.claims().build(), other));
    }

    @Test
    void ignoresKeysInTheHeader() throws Exception {
        RSAKey other = Issuer.key("other");
        URI address = URI.create(issuer.address() + "/stolen");
        assertRejected(Issuer.sign(
                issuer.header().jwk(other.toPublicJWK()).build(),
                issuer.claims().build(),
                other));
        assertRejected(Issuer.sign(
                issuer.header().keyID("other").jwk(other.toPublicJWK()).build(),
                issuer.claims().build(),
                other));
        assertRejected(Issuer.sign(
                issuer.header().jwkURL(address).build(), issuer.claims().build(), other));
        assertRejected(Issuer.sign(
                issuer.header().x509CertURL(address).build(), issuer.claims().build(), other));
        assertRejected(Issuer.sign(
                issuer.header()
                        .x509CertChain(List.of(new com.nimbusds.jose.util.Base64("MIIB")))
                        .build(),
                issuer.claims().build(),
                other));
    }

    @Test
    void rejectsAlgorithmThatIsNotAllowed() throws Exception {
        assertRejected(Issuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS512)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                issuer.claims().build(),
                issuer.key()));
        SignedJWT elliptic = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                issuer.claims().build());
        elliptic.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        assertRejected(elliptic.serialize());
    }

    /** A signature of zeros verified in some releases of Java (CVE-2022-21449). */
    @Test
    void rejectsSignatureOfZeros() throws Exception {
        String zeros = Base64URL.encode(new byte[64]).toString();
        assertRejected(encoded("{\"alg\":\"ES256\"}") + "." + encoded(claims("")) + "." + zeros);
    }

    @Test
    void rejectsChangedClaims() throws Exception {
        String[] parts = issuer.token().split("\\.");
        assertRejected(parts[0] + "." + encoded(claims("\"roles\":[\"admin\"],")) + "." + parts[2]);
        assertRejected(encoded("{\"alg\":\"RS256\",\"x\":1}") + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void rejectsOtherAudienceAndIssuer() throws Exception {
        assertClaimsRejected(issuer.claims().audience("https://other.example").build());
        assertClaimsRejected(issuer.claims().audience(Issuer.AUDIENCE + "/").build());
        assertClaimsRejected(issuer.claims().audience((String) null).build());
        assertClaimsRejected(issuer.claims().issuer("https://evil.example").build());
        assertClaimsRejected(issuer.claims().issuer(issuer.address() + "/").build());
        assertClaimsRejected(issuer.claims().issuer(null).build());
        assertClaimsRejected(issuer.claims().subject(null).build());
    }

    @Test
    void rejectsTokenOutsideItsTime() throws Exception {
        Instant now = Instant.now();
        assertClaimsRejected(
                issuer.claims().expirationTime(Date.from(now.minusSeconds(60))).build());
        assertClaimsRejected(issuer.claims().expirationTime(null).build());
        assertClaimsRejected(
                issuer.claims().notBeforeTime(Date.from(now.plusSeconds(90))).build());
        assertRejected(signed("{\"alg\":\"RS256\"}", claims("").replaceFirst("\"exp\":\\d+", "\"exp\":\"never\"")));
        assertRejected(signed("{\"alg\":\"RS256\"}", claims("").replaceFirst("\"exp\":\\d+", "\"exp\":-1")));
    }

    @Test
    void rejectsCriticalExtensions() throws Exception {
        assertRejected(Issuer.sign(
                issuer.header()
                        .criticalParams(Set.of("exp"))
                        .customParam("exp", 1)
                        .build(),
                issuer.claims().build(),
                issuer.key()));
        assertRejected(signed("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}", claims("")));
        assertRejected(signed("{\"alg\":\"RS256\",\"b64\":false}", claims("")));
        assertRejected(signed("{\"alg\":\"RS256\",\"crit\":[]}", claims("")));
    }

    @Test
    void rejectsOtherTypesOfTokens() throws Exception {
        for (String type : new String[] {"logout+jwt", "dpop+jwt", "JOSE"}) {
            assertRejected(Issuer.sign(
                    issuer.header().type(new JOSEObjectType(type)).build(),
                    issuer.claims().build(),
                    issuer.key()));
        }
    }

    @Test
    void rejectsDuplicateMembers() throws Exception {
        assertRejected(signed("{\"alg\":\"RS256\",\"alg\":\"none\"}", claims("")));
        assertRejected(signed("{\"alg\":\"RS256\"}", claims("\"sub\":\"root\",")));
    }

    @Test
    void rejectsHugeAndDeepTokens() throws Exception {
        assertRejected(
                issuer.token(issuer.claims().claim("padding", "x".repeat(9000)).build()));
        String deep = "[".repeat(2500) + "]".repeat(2500);
        assertRejected(signed("{\"alg\":\"RS256\"}", claims("\"deep\":" + deep + ",")));
        assertRejected(signed("{\"alg\":\"RS256\",\"deep\":" + deep + "}", claims("")));
        String objects = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
        assertRejected(signed("{\"alg\":\"RS256\"}", claims("\"deep\":" + objects + ",")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "e30.e30.e30",
                "e30.e30.",
                "null",
                "e30.e30.e30.e30.e30",
                "ä.ö.ü",
                "%.%.%"
            })
    void rejectsMalformedTokens(String token) {
        assertRejected(token);
    }

    @Test
    void rejectsClaimsThatAreNoObject() throws Exception {
        for (String claims : new String[] {"[]", "null", "1", "\"text\"", "", "{", "{\"sub\":{}}"}) {
            assertRejected(signed("{\"alg\":\"RS256\"}", claims));
        }
        assertRejected(signed("{\"alg\":\"RS256\"}", "\ufeff" + claims("") + "{}"));
    }

    /** RFC 7515 §5.2 does not allow characters outside of the alphabet; others would give one token many forms. */
    @Test
    void rejectsLineBreaksInTheToken() throws Exception {
        String token = issuer.token();
        assertRejected(token.substring(0, 20) + "\n" + token.substring(20));
        assertRejected(" " + token);
        assertRejected(token + "=");
    }
}
