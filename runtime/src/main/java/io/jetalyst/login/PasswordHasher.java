package io.jetalyst.login;

/**
 * Makes and checks hashes of passwords by an algorithm that is slow on purpose. The extension {@code jetalyst-security-passwords} has one for
 * Argon2id. Many threads call it at once.
 */
public interface PasswordHasher {
    /**
     * A hash of the password with a new salt. The text contains the salt and the parameters. A request calls {@link PasswordLogin#hash}, which limits the
     * computations at a time.
     */
    String hash(String password);

    /**
     * Whether the hash is one of this password. A call costs the same for a right and for a wrong password.
     *
     * @throws IllegalArgumentException if the hash has a form that this hasher does not know
     */
    boolean matches(String password, String hash);

    /** Whether the hash was made with other parameters than {@link #hash} uses today. */
    default boolean isOutdated(String hash) {
        return false;
    }
}
