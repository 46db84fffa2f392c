package io.jetalyst.security.jwt;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;

/** Signs any texts as header and claims, with any key, as the library refuses to do. */
final class Handmade {
    private Handmade() {}

    static String token(String header, String claims, RSAKey key) throws Exception {
        String input = encoded(header) + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.toPrivateKey());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
