package io.jetalyst.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.internal.pipeline.RequestContext;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private static final Identity BUILD = Identity.of("build", "deployer");

    private final String key = ApiKeys.create();

    private static Optional<Identity> authenticate(ApiKeys keys, String key) {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("X-Api-Key", List.of(key))))
                .build();
        return keys.authenticate(new RequestContext(request, null));
    }

    @Test
    void recognizesAKeyByItsHash() {
        ApiKeys keys = ApiKeys.inHeader("X-Api-Key", Map.of(ApiKeys.hash(key), BUILD));

        assertEquals(Optional.of(BUILD), authenticate(keys, key));
        assertThrows(CredentialsProblem.class, () -> authenticate(keys, ApiKeys.hash(key)));
    }

    @Test
    void rejectsTextsThatAreNoHashesAndDoesNotRepeatThem() {
        for (String text : new String[] {key, ApiKeys.hash(key).toUpperCase(Locale.ROOT), ""}) {
            Map<String, Identity> identities = Map.of(text, BUILD);
            IllegalArgumentException rejected =
                    assertThrows(IllegalArgumentException.class, () -> ApiKeys.inHeader("X-Api-Key", identities), text);
            assertFalse(rejected.getMessage().contains(key));
        }
    }
}
