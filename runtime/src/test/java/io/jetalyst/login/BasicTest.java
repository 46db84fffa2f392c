package io.jetalyst.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.internal.pipeline.RequestContext;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicTest {
    private static final Map<String, Account> USERS = Map.of(
            "ann", Account.of("ann", "new:secret:with:colons"),
            "Jörg", Account.of("Jörg", "new:müll€"),
            "empty", Account.of("empty", "new:"));

    private final Basic basic = Basic.of(
            "The \"Shop\" \\ 1", PasswordLogin.of(name -> Optional.ofNullable(USERS.get(name)), new CountingHasher()));

    private Optional<Identity> authenticate(String... fields) {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Authorization", List.of(fields))))
                .build();
        return basic.authenticate(new RequestContext(request, null));
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "basic", "BASIC", "Basic  "})
    void readsNameBeforeTheFirstColon(String scheme) {
        assertEquals(Optional.of(Identity.of("ann")), authenticate(scheme + " " + encoded("ann:secret:with:colons")));
    }

    @Test
    void readsUtf8() {
        assertEquals(
                "Jörg",
                authenticate("Basic " + encoded("Jörg:müll€")).orElseThrow().name());
    }

    @Test
    void acceptsEmptyPasswordOfAnAccountThatHasOne() {
        assertEquals(
                "empty",
                authenticate("Basic " + encoded("empty:")).orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Basically YW5u", "Negotiate", ""})
    void leavesOtherSchemesToOthers(String field) {
        assertEquals(Optional.empty(), authenticate(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic YW5u",
                "Basic !!!!",
                "Basic YW5uOnNlY3JldDp3aXRoOmNvbG9ucw== x",
                "Basic realm=\"x\"",
                "Basic /zo6", // not UTF-8
                "Basic OnNlY3JldA==", // no name
                "Basic YW4AbjpzZWNyZXQ=" // NUL
            })
    void rejectsMalformedCredentials(String field) {
        assertThrows(CredentialsProblem.class, () -> authenticate(field));
    }

    @Test
    void rejectsSeveralFields() {
        String right = "Basic " + encoded("ann:secret:with:colons");

        assertThrows(CredentialsProblem.class, () -> authenticate(right, right));
        assertThrows(CredentialsProblem.class, () -> authenticate("Bearer abc", right));
    }

    @Test
    void rejectsLongCredentials() {
        assertThrows(CredentialsProblem.class, () -> authenticate("Basic " + encoded("ann:" + "x".repeat(100_000))));
    }

    @Test
    void quotesTheRealmOfItsChallenge() {
        RequestContext context = new RequestContext(Request.builder("GET", "/").build(), null);

        assertEquals(
                Optional.of("Basic realm=\"The \\\"Shop\\\" \\\\ 1\", charset=\"UTF-8\""), basic.challenge(context));
        assertThrows(
                IllegalArgumentException.class,
                () -> Basic.of("a\r\nb", PasswordLogin.of(name -> Optional.empty(), new CountingHasher())));
    }
}
