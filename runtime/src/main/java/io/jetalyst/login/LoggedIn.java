package io.jetalyst.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user of a session that has logged in with a form.
 *
 * @param passwordHash the hash of the stored hash of the password, 64 hexadecimal digits
 * @param name the name that the user has entered, by which {@link Accounts} finds the account
 * @param account the name of the account
 */
record LoggedIn(String passwordHash, String name, String account) {
    private static final int DIGITS = 64;
    /** The hash, the length of the name, the name, and the name of the account. */
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{" + DIGITS + "})(\\d{1,9}):(.*)", Pattern.DOTALL);

    static LoggedIn of(String name, Account account) {
        return new LoggedIn(ApiKeys.hash(account.passwordHash()), name, account.name());
    }

    /** Reads a {@link #text}; empty if it is another text, because an older release wrote it. */
    static Optional<LoggedIn> of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int length = Integer.parseInt(parts.group(2));
        String names = parts.group(3);
        return length <= names.length()
                ? Optional.of(new LoggedIn(parts.group(1), names.substring(0, length), names.substring(length)))
                : Optional.empty();
    }

    String text() {
        return passwordHash + name.length() + ":" + name + account;
    }

    boolean isOf(Account found) {
        return MessageDigest.isEqual(
                passwordHash.getBytes(StandardCharsets.US_ASCII),
                ApiKeys.hash(found.passwordHash()).getBytes(StandardCharsets.US_ASCII));
    }
}
