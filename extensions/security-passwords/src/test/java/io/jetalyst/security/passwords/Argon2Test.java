package io.jetalyst.security.passwords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import io.jetalyst.http.Request;
import io.jetalyst.login.Account;
import io.jetalyst.login.Accounts;
import io.jetalyst.login.PasswordLogin;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {
    private final Argon2 argon2 = new Argon2();

    @ParameterizedTest
    @ValueSource(strings = {"secret", "", "pässwörd €", "a\0b", "\ud83d\ude00"})
    void matchesItsOwnHash(String password) {
        String hash = argon2.hash(password);

        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(argon2.matches(password, hash));
        assertFalse(argon2.matches(password + "x", hash));
        assertFalse(argon2.isOutdated(hash));
    }

    /** The value comes from the reference implementation of Argon2. */
    @Test
    void matchesHashOfTheReferenceImplementation() {
        String hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertTrue(argon2.matches("password", hash));
        assertFalse(argon2.matches("passwort", hash));
        assertTrue(argon2.isOutdated(hash));
    }

    @Test
    void hasNewSaltInEachHash() {
        assertNotEquals(argon2.hash("secret"), argon2.hash("secret"));
    }

    @Test
    void differsInEachByteOfALongPassword() {
        String hash = argon2.hash("x".repeat(100) + "a");

        assertFalse(argon2.matches("x".repeat(100) + "b", hash)); // bcrypt reads 72 bytes
    }

    @Test
    void takesComposedAndDecomposedLettersForTheSame() {
        assertTrue(argon2.matches("mu\u0308ll", argon2.hash("m\u00fcll")));
    }

    /** A hash that was made with bcrypt, cost 4, by another library. */
    @Test
    void replacesBcryptAtTheNextLogin() {
        String bcrypt = BcryptFunction.getInstance(Bcrypt.B, 4).hash("secret").getResult();
        Map<String, String> hashes = new HashMap<>(Map.of("ann", bcrypt));
        PasswordLogin logins = PasswordLogin.of(
                new Accounts() {
                    @Override
                    public Optional<Account> find(String name) {
                        return Optional.ofNullable(hashes.get(name)).map(hash -> Account.of(name, hash));
                    }

                    @Override
                    public void rehashed(Account account, String passwordHash) {
                        hashes.put(account.name(), passwordHash);
                    }
                },
                argon2);

        logins.login(Request.builder("POST", "/").build(), "ann", "secret");

        assertTrue(hashes.get("ann").startsWith("$argon2id$"));
        assertEquals(
                "ann",
                logins.login(Request.builder("POST", "/").build(), "ann", "secret")
                        .name());
    }

    @Test
    void findsOtherParametersOutdated() {
        String weak = Argon2Function.getInstance(1024, 1, 1, 32, com.password4j.types.Argon2.ID)
                .hash("secret".getBytes(StandardCharsets.UTF_8), "0123456789abcdef".getBytes(StandardCharsets.UTF_8))
                .getResult();

        assertTrue(argon2.matches("secret", weak));
        assertTrue(argon2.isOutdated(weak));
    }

    /** Values of other implementations of Argon2: the types i and d, two lanes, and version 16 with and without a number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
                "$argon2i$v=19$m=256,t=2,p=2$c29tZXNhbHQ$T/XOJ2mh1/TIpJHfCdQan76Q5esCFVoT5MAeIM1Oq2E",
                "$argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ$JcTui6RIBUtJ78gE5Hi52CO+H5vS6Z9R1uxAB6OhUB8",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY",
                "$argon2i$v=16$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY"
            })
    void matchesHashesOfOtherTypesAndVersions(String hash) {
        assertTrue(argon2.matches("password", hash));
        assertFalse(argon2.matches("passwort", hash));
        assertTrue(argon2.isOutdated(hash));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$argon2id$",
                "$argon2id$v=19$m=19456,t=2,p=1$%%%$%%%",
                "$2",
                "$2b$99$x",
                "$2b$10$If6bvum7DFjUnE9p2uDeDu",
                "$argon2x$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=18$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=2147483648,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65"
            })
    void rejectsMalformedHash(String hash) {
        assertThrows(IllegalArgumentException.class, () -> argon2.matches("secret", hash));
    }
}
