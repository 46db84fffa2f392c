package io.jetalyst.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.security.CredentialsProblem;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of attempts to log in. */
@Timeout(60)
class PasswordAttemptsTest extends PasswordLogins {
    @Test
    void limitsAttemptsOfANameFromAllAddresses() {
        for (int i = 0; i < 20; i++) {
            Request request = from("198.51.100." + i);
            String name = i % 2 == 0 ? "ann" : "ANN"; // an application may ignore the case
            assertThrows(CredentialsProblem.class, () -> logins.login(request, name, "wrong"));
        }
        hasher.compared.set(0);

        HttpProblem problem = assertThrows(HttpProblem.class, () -> login("ann", "secret"));

        assertEquals(429, problem.status().code());
        assertEquals(List.of(new HeaderField("Retry-After", "30")), problem.headers());
        assertEquals(0, hasher.compared.get());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(30));
        assertEquals("Ann", login("ann", "secret").name());
    }

    /** Otherwise each login of a program with {@link Basic} would give an attacker all attempts again. */
    @Test
    void keepsTheAttemptsOfTheNameUsedAfterALogin() {
        for (int i = 0; i < 20; i++) {
            Request request = from("203.0.113." + i);
            assertThrows(CredentialsProblem.class, () -> logins.login(request, "ann", "wrong"));
            if (i < 19) {
                assertEquals("Ann", login("ann", "secret").name());
            }
        }

        assertThrows(HttpProblem.class, () -> logins.login(from("198.51.100.7"), "ann", "secret"));
    }

    /** Otherwise an attacker who tries passwords all the time would lock the user out. */
    @Test
    void letsUserLogInWhereTheUserHasBeenBeforeWhileOthersUseUpTheAttempts() {
        login("ann", "secret");
        logins.login(from("2001:db8:1:2::1"), "ann", "secret");
        for (int i = 0; i < 20; i++) {
            Request request = from("203.0.113." + i);
            assertThrows(CredentialsProblem.class, () -> logins.login(request, "ann", "wrong"));
        }
        assertThrows(HttpProblem.class, () -> logins.login(from("203.0.113.99"), "ann", "secret"));

        assertEquals("Ann", login("ann", "secret").name());
        assertEquals(
                "Ann", logins.login(from("2001:db8:1:2::9"), "ann", "secret").name());
        assertEquals("429", status("192.0.2.2"), "another address");
        assertEquals("429", status("2001:db8:1:3::1"), "another network");
    }

    private String status(String address) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> logins.login(from(address), "ann", "secret"));
        return Integer.toString(problem.status().code());
    }

    /** An attacker may share the network of the user. */
    @Test
    void limitsAttemptsWhereTheUserHasBeenBefore() {
        login("ann", "secret");
        for (int i = 0; i < 20; i++) {
            assertThrows(CredentialsProblem.class, () -> login("ann", "wrong"));
        }

        assertEquals("429", status("192.0.2.1"));
    }

    /** Some databases find {@code ann} by all of these names. */
    @Test
    void limitsAttemptsOfAllSpellingsOfAName() {
        List<String> spellings =
                List.of("ann", "ANN", " ann", "ann  ", "a\u00adnn", "\u00e1nn", "an\u0303n", "\uff41nn");
        for (int i = 0; i < 20; i++) {
            Request request = from("203.0.113." + i);
            String name = spellings.get(i % spellings.size());
            assertThrows(CredentialsProblem.class, () -> logins.login(request, name, "wrong"));
        }

        for (String name : spellings) {
            HttpProblem problem = assertThrows(HttpProblem.class, () -> login(name, "secret"));
            assertEquals(429, problem.status().code(), name);
        }
    }

    @Test
    void limitsAttemptsOfUnknownNamesInTheSameWay() {
        for (int i = 0; i < 20; i++) {
            Request request = from("198.51.100." + i);
            assertThrows(CredentialsProblem.class, () -> logins.login(request, "nobody", "wrong"));
        }

        assertEquals(
                429,
                assertThrows(HttpProblem.class, () -> login("nobody", "wrong"))
                        .status()
                        .code());
    }

    /** A client of IPv6 chooses the second half of its address as it likes. */
    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8:1:2::%d"})
    void limitsAttemptsOfAnAddressWithAllNames(String address) {
        for (int i = 0; i < 50; i++) {
            Request request = from(address.formatted(i));
            String name = "user" + i;
            assertThrows(CredentialsProblem.class, () -> logins.login(request, name, "wrong"));
        }

        HttpProblem problem =
                assertThrows(HttpProblem.class, () -> logins.login(from(address.formatted(99)), "ann", "secret"));

        assertEquals(429, problem.status().code());
        assertEquals("6", problem.headers().get(0).value());
        assertEquals("Ann", logins.login(from("198.51.100.7"), "ann", "secret").name());
    }

    /** Otherwise an attacker with an account of his own could guess without a limit. */
    @Test
    void keepsTheAttemptsOfTheAddressUsedAfterALogin() {
        for (int i = 0; i < 50; i++) {
            String name = "user" + i;
            assertThrows(CredentialsProblem.class, () -> login(name, "wrong"));
            if (i < 49) {
                login("ann", "secret");
            }
        }

        assertThrows(HttpProblem.class, () -> login("ann", "secret"));
    }

    @Test
    void takesClientsOfAUnixSocketForOneAddress() {
        Request request = Request.builder("POST", "/login")
                .remoteAddress(UnixDomainSocketAddress.of(""))
                .build();

        assertEquals("Ann", logins.login(request, "ann", "secret").name());
    }

    @Test
    void limitsAttemptsAsItsOptionsSay() {
        PasswordLogin few =
                logins.attemptsPerName(2, Duration.ofMinutes(1)).attemptsPerAddress(3, Duration.ofSeconds(10));

        assertThrows(CredentialsProblem.class, () -> few.login(from("192.0.2.1"), "ann", "wrong"));
        assertThrows(CredentialsProblem.class, () -> few.login(from("192.0.2.1"), "ann", "wrong"));
        assertEquals("60", retryAfter(few, "192.0.2.1", "ann"), "the name has no attempt left");
        assertEquals("10", retryAfter(few, "192.0.2.1", "bob"), "the address has no attempt left");
        assertEquals("Ann", logins.login(from("192.0.2.1"), "ann", "secret").name(), "the original has its own limits");
    }

    private static String retryAfter(PasswordLogin logins, String address, String name) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> logins.login(from(address), name, "wrong"));
        assertEquals(429, problem.status().code());
        return problem.headers().get(0).value();
    }

    @Test
    void rejectsLimitsThatCannotBeCounted() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> logins.attemptsPerName(0, second));
        assertThrows(IllegalArgumentException.class, () -> logins.attemptsPerName(10_001, second));
        assertThrows(IllegalArgumentException.class, () -> logins.attemptsPerAddress(1, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> logins.attemptsPerAddress(1, Duration.ofDays(2)));
    }

    @Test
    void keepsABoundedNumberOfKeys() {
        Attempts attempts = new Attempts(2, Duration.ofMinutes(1), nanos::get);
        for (int i = 0; i < 20_000; i++) {
            attempts.take("name" + i);
        }
        assertEquals(10_000, attempts.size());
    }
}
