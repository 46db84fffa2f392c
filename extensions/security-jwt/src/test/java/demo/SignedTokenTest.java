package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jetalyst.App;
import io.jetalyst.security.jwt.BearerTokens;
import io.jetalyst.security.jwt.InvalidTokenException;
import io.jetalyst.security.jwt.JwtOptions;
import io.jetalyst.security.jwt.JwtVerifier;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test that signs its own tokens, as the page on tokens shows it. */
class SignedTokenTest {
    private static final String ISSUER = "https://login.example/";
    private static final String AUDIENCE = "https://api.shop.example";
    private static final KeyPair KEYS = keys();
    private static final KeyPair OTHERS = keys();

    @RegisterExtension
    static final TestApp APP = TestApp.of(SignedTokenTest::app);

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JDK has it
        }
    }

    private static App app(String... args) {
        JwtOptions options =
                JwtOptions.issuer(URI.create(ISSUER)).audience(AUDIENCE).key(KEYS.getPublic());
        return App.builder()
                .args(args)
                .authenticator(BearerTokens.of(JwtVerifier.of(options)))
                .mount(new OrderController_Routes())
                .build();
    }

    private static JWTClaimsSet claims(String user, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user)
                .claim("roles", roles)
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
    }

    private static String token(KeyPair keys, String user, String... roles) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("any").build(), claims(user, roles));
        token.sign(new RSASSASigner(keys.getPrivate()));
        return token.serialize();
    }

    @Test
    void answersClientWithToken(TestHttp http) throws JOSEException {
        assertEquals(
                "orders of ada",
                http.get("/orders", "Authorization", "Bearer " + token(KEYS, "ada", "seller"))
                        .expect(200)
                        .body());
    }

    @Test
    void rejectsTokenOfAnotherKey(TestHttp http) throws JOSEException {
        http.get("/orders", "Authorization", "Bearer " + token(OTHERS, "ada", "seller"))
                .expect(401);
    }

    @Test
    void acceptsNoWeakKey() throws NoSuchAlgorithmException {
        KeyPairGenerator weak = KeyPairGenerator.getInstance("RSA");
        weak.initialize(1024);
        JwtOptions options = JwtOptions.issuer(URI.create(ISSUER));
        assertThrows(
                IllegalArgumentException.class,
                () -> options.key(weak.generateKeyPair().getPublic()));
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThrows(IllegalArgumentException.class, () -> options.key(edwards.getPublic()));
    }

    @Test
    void acceptsNoKeyThatCannotCount() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        JwtOptions options = JwtOptions.issuer(URI.create(ISSUER))
                .audience(AUDIENCE)
                .key(generator.generateKeyPair().getPublic());
        assertThrows(IllegalArgumentException.class, () -> JwtVerifier.of(options));
        JwtVerifier.of(options.algorithms("ES384"));
        JwtOptions both = options.algorithms("ES384").keys(URI.create("https://login.example/keys"));
        assertThrows(IllegalArgumentException.class, () -> JwtVerifier.of(both));
    }

    @Test
    void verifiesSignatureOfCurve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        JwtVerifier verifier = JwtVerifier.of(
                JwtOptions.issuer(URI.create(ISSUER)).audience(AUDIENCE).key(keys.getPublic()));
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims("ada"));
        token.sign(new ECDSASigner((ECPrivateKey) keys.getPrivate()));

        assertEquals("ada", verifier.verify(token.serialize()).subject());
        String other = token(KEYS, "ada");
        assertThrows(InvalidTokenException.class, () -> verifier.verify(other));
    }
}
