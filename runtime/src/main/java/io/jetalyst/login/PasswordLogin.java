package io.jetalyst.login;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.net.SocketAddress;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks names and passwords, for {@link Basic} and for the login of an application. All authenticators of an application share one. Safe for
 * all threads.
 *
 * <p>The name of a user that does not exist costs the same computation as a wrong password. Attempts are limited for each name, to 20 at once and one
 * more every 30 seconds ({@link #attemptsPerName}), and for each address of a client, to 50 and one more every 6 seconds
 * ({@link #attemptsPerAddress}); an IPv6 network of 64 bits counts as one address. A successful login uses none of them. Names count as one name if
 * they differ only in case, accents or blanks. A client at an address from which the user has logged in before has attempts of its own, so an attacker who uses up
 * the attempts of a name does not lock the user out there.
 *
 * <p>At most half of the processors compute hashes at a time, because a computation needs much memory. This counts the hashes of {@link #login} and of
 * {@link #hash}, which an application calls when a user registers or changes the password, in place of {@link PasswordHasher#hash}.
 *
 * <pre>{@code
 * PasswordLogin logins = PasswordLogin.of(accounts, new Argon2());
 * App.builder().authenticator(Basic.of("Shop", logins))
 *
 * Account account = Account.of(name, logins.hash(password), "member");   // a user registers
 * }</pre>
 */
public final class PasswordLogin {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.login");

    private static final int MAX_NAME = 256;
    private static final int MAX_PASSWORD = 1024;
    private static final long MAX_WAIT_SECONDS = 5;

    /** Marks, format characters and blanks. */
    private static final Pattern UNCOUNTED = Pattern.compile("[\\p{M}\\p{Cf}\\p{Z}]+");

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final Attempts ofNames;
    private final AddressAttempts ofAddresses;
    private final KnownClients known = new KnownClients();
    private final LongSupplier nanoTime;
    private final Semaphore processors;
    /** A hash of no user's password, which is compared if the user does not exist. */
    private final String nobody;

    private PasswordLogin(Accounts accounts, PasswordHasher hasher, LongSupplier nanoTime) {
        this.accounts = requireNonNull(accounts);
        this.hasher = hasher;
        this.ofNames = new Attempts(20, Duration.ofSeconds(30), nanoTime);
        this.ofAddresses = new AddressAttempts(50, Duration.ofSeconds(6), nanoTime);
        this.nanoTime = nanoTime;
        this.processors = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
        this.nobody = hasher.hash(UUID.randomUUID().toString());
    }

    private PasswordLogin(PasswordLogin other, Attempts ofNames, AddressAttempts ofAddresses) {
        this.accounts = other.accounts;
        this.hasher = other.hasher;
        this.ofNames = ofNames;
        this.ofAddresses = ofAddresses;
        this.nanoTime = other.nanoTime;
        this.processors = other.processors;
        this.nobody = other.nobody;
    }

    /** Checks the passwords of these accounts. Computes one hash. */
    public static PasswordLogin of(Accounts accounts, PasswordHasher hasher) {
        return of(accounts, hasher, System::nanoTime);
    }

    static PasswordLogin of(Accounts accounts, PasswordHasher hasher, LongSupplier nanoTime) {
        return new PasswordLogin(accounts, hasher, nanoTime);
    }

    /**
     * Checks the same accounts with another limit for each name. It counts from 0.
     *
     * <pre>{@code
     * PasswordLogin logins = PasswordLogin.of(accounts, new Argon2()).attemptsPerName(5, Duration.ofMinutes(1));
     * }</pre>
     *
     * @param attempts the number of attempts at once, 1 to 10,000
     * @param interval the time after which there is one more, 1 millisecond to 1 day
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public PasswordLogin attemptsPerName(int attempts, Duration interval) {
        return new PasswordLogin(this, new Attempts(attempts, interval, nanoTime), ofAddresses);
    }

    /**
     * Checks the same accounts with another limit for each address of a client. It counts from 0. A higher one is for clients that share an address,
     * such as those of a company or of a proxy that does not name its clients.
     *
     * @param attempts the number of attempts at once, 1 to 10,000
     * @param interval the time after which there is one more, 1 millisecond to 1 day
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public PasswordLogin attemptsPerAddress(int attempts, Duration interval) {
        return new PasswordLogin(this, ofNames, new AddressAttempts(attempts, interval, nanoTime));
    }

    /**
     * The identity of the user with this name and this password. May block, for the accounts and for a free processor.
     *
     * @param request the one that has sent them; its address is that of the client
     * @throws CredentialsProblem if there is no such user, or the password is wrong; both look the same
     * @throws HttpProblem 429 with {@code Retry-After} after too many attempts, 503 if too many clients log in at once
     */
    public Identity login(Request request, String name, String password) {
        if (name.isEmpty() || name.length() > MAX_NAME || password.length() > MAX_PASSWORD || hasControl(name)) {
            throw wrong();
        }
        String nameKey = key(name);
        SocketAddress client = request.remoteAddress();
        String attemptKey = known.attemptKey(nameKey, client);
        requireAttempt(ofAddresses.take(client));
        requireAttempt(ofNames.take(attemptKey));
        Optional<Account> account = accounts.find(name);
        boolean matches = matches(password, account);
        if (account.isEmpty() || !matches) {
            throw wrong();
        }
        ofAddresses.restore(client);
        ofNames.restore(attemptKey);
        known.add(nameKey, client);
        replaceOutdated(account.get(), password);
        return Identity.of(account.get().name(), account.get().roles());
    }

    /**
     * A hash of the password of a user that registers, or that changes the password. May block for a free processor, like {@link #login}, and so
     * limits the memory of all computations together.
     *
     * @throws HttpProblem 400 if the password is empty or has more than 1,024 characters; 503 with {@code Retry-After} if the caller has waited 5 seconds
     */
    public String hash(String password) {
        if (password.isEmpty() || password.length() > MAX_PASSWORD) {
            throw HttpProblem.badRequest("A password has 1 to 1,024 characters.");
        }
        acquire();
        try {
            return hasher.hash(password);
        } finally {
            processors.release();
        }
    }

    /** The account of a user that has logged in before. */
    Optional<Account> account(String name) {
        return accounts.find(name);
    }

    static CredentialsProblem wrong() {
        return new CredentialsProblem("The name or the password is wrong.");
    }

    /** @param seconds the time until there is an attempt again; 0 if one was taken */
    private static void requireAttempt(long seconds) {
        if (seconds > 0) {
            throw Attempts.tooMany(seconds, tooMany(seconds));
        }
    }

    private static String tooMany(long seconds) {
        if (seconds == 1) {
            return "Too many attempts to log in. Try again in one second.";
        }
        String time = seconds <= 120 ? seconds + " seconds." : (seconds + 59) / 60 + " minutes.";
        return "Too many attempts to log in. Try again in " + time;
    }

    private boolean matches(String password, Optional<Account> account) {
        acquire();
        try {
            String hash = account.map(Account::passwordHash).orElse(nobody);
            return hasher.matches(password, hash) && account.isPresent();
        } catch (IllegalArgumentException malformed) {
            LOG.error("The hash of a password is malformed", malformed);
            return false; // any other status would show that the user exists
        } finally {
            processors.release();
        }
    }

    /** Passes a new hash to the application if that of the account is outdated. The user is logged in, even if that fails. */
    private void replaceOutdated(Account account, String password) {
        try {
            if (hasher.isOutdated(account.passwordHash())) {
                accounts.rehashed(account, hash(password));
            }
        } catch (RuntimeException failure) {
            LOG.warn("The new hash of a password was not stored. The next login of the user tries again.", failure);
        }
    }

    private void acquire() {
        try {
            if (processors.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw HttpProblem.of(Status.SERVICE_UNAVAILABLE, "Too many clients log in or register at once.")
                .header("Retry-After", Long.toString(MAX_WAIT_SECONDS));
    }

    /**
     * One key for all spellings of a name that a database may take for the same: letters of either case or with accents, blanks, and characters
     * without a width.
     */
    private static String key(String name) {
        String letters = UNCOUNTED
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        return letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT); // both: ß is ss, and ſ is s
    }

    private static boolean hasControl(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }
}
