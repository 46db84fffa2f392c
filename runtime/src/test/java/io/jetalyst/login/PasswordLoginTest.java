package io.jetalyst.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PasswordLoginTest extends PasswordLogins {
    @Test
    void returnsNameAndRolesOfTheAccount() {
        assertEquals(Identity.of("Ann", "admin"), login("ann", "secret"));
    }

    @Test
    void computesAsManyHashesForAnUnknownUserAsForAWrongPassword() {
        HttpProblem wrong = assertThrows(CredentialsProblem.class, () -> login("ann", "wrong"));
        int ofWrong = hasher.compared.getAndSet(0);
        HttpProblem unknown = assertThrows(CredentialsProblem.class, () -> login("bob", "wrong"));

        assertEquals(1, ofWrong);
        assertEquals(1, hasher.compared.get());
        assertEquals(wrong.detail(), unknown.detail());
        assertEquals(wrong.headers(), unknown.headers());
        assertEquals(1, hasher.hashed.get()); // the one of no user, at the start
    }

    @Test
    void answersBrokenHashAsWrongPassword() {
        assertThrows(CredentialsProblem.class, () -> login("broken", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an\0n", "ann\r\nSet-Cookie: a=b", "ann\u0085"})
    void looksForNoUserWithAMalformedName(String name) {
        assertThrows(CredentialsProblem.class, () -> login(name, "secret"));
        assertEquals(0, hasher.compared.get());
    }

    @Test
    void hashesNoTextThatIsTooLong() {
        assertThrows(CredentialsProblem.class, () -> login("a".repeat(257), "secret"));
        assertThrows(CredentialsProblem.class, () -> login("ann", "s".repeat(1025)));
        assertEquals(0, hasher.compared.get());
    }

    @Test
    void replacesHashWithOutdatedParametersAfterTheLogin() {
        assertThrows(CredentialsProblem.class, () -> login("old", "wrong"));
        assertEquals("old:secret", users.get("old").passwordHash());

        login("old", "secret");

        assertEquals("new:secret", users.get("old").passwordHash());
        login("old", "secret");
        assertEquals(2, hasher.hashed.get());
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, IllegalArgumentException.class})
    void logsInAlthoughTheNewHashCannotBeStored(Class<? extends RuntimeException> failure) {
        PasswordLogin readOnly = PasswordLogin.of(
                new Accounts() {
                    @Override
                    public Optional<Account> find(String name) {
                        return Optional.ofNullable(users.get(name));
                    }

                    @Override
                    public void rehashed(Account account, String passwordHash) {
                        throw failure == IllegalStateException.class
                                ? new IllegalStateException("the database is read-only")
                                : new IllegalArgumentException("the hash is too long");
                    }
                },
                hasher,
                nanos::get);

        assertEquals("old", readOnly.login(from("192.0.2.1"), "old", "secret").name());
    }

    @Test
    void hashesPasswordOfUserThatRegisters() {
        users.put("eve", Account.of("eve", logins.hash("s".repeat(1024))));

        assertEquals("eve", login("eve", "s".repeat(1024)).name());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1025})
    void hashesNoPasswordThatCannotLogIn(int length) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> logins.hash("s".repeat(length)));

        assertEquals(400, problem.status().code());
        assertEquals(1, hasher.hashed.get()); // the one of no user, at the start
    }
}
