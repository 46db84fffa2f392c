package io.jetalyst.security.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcIdentityTest {
    /** Users may enter the address of somebody else at the provider. */
    @ParameterizedTest
    @CsvSource({"true, ada@example.org", "false, 4711", "null, 4711", "1, 4711", "'\"true\"', ada@example.org"})
    void takesNameFromVerifiedEmailOnly(String verified, String name) {
        OidcOptions options =
                OidcOptions.of(URI.create("https://login.example"), "shop").nameClaim("email");
        String claims = """
                {"iss": "https://login.example", "sub": "4711", "email": "ada@example.org", "email_verified": %s}
                """.formatted(verified);

        assertEquals(name, OidcIdentity.of(claims, options).orElseThrow().name());
    }
}
