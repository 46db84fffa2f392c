package io.jetalyst.security.passwords;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import io.jetalyst.login.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Hashes passwords with Argon2id (RFC 9106), with the parameters of the OWASP password storage cheat sheet: 19 MiB of memory, 2 passes, 1 lane,
 * a random salt of 16 bytes and a hash of 32 bytes. A hash is a text such as {@code $argon2id$v=19$m=19456,t=2,p=1$…$…}. Safe for all
 * threads.
 *
 * <pre>{@code
 * PasswordLogin logins = PasswordLogin.of(accounts, new Argon2());
 * Account account = Account.of(name, logins.hash(password), "member");   // a user registers
 * }</pre>
 *
 * <p>The memory of one computation is on the heap, and this class does not limit the number of computations at a time. A request calls
 * {@link io.jetalyst.login.PasswordLogin#login} and {@link io.jetalyst.login.PasswordLogin#hash}, which compute as many hashes at a time as half of the
 * processors. The characters of a password are normalized (NFC), because keyboards of different systems send the same letter in different ways (RFC 8265
 * §4.2).
 *
 * <p>It also checks hashes of bcrypt, and those of Argon2 with other parameters, so that an application can move its accounts here: those hashes
 * are outdated, and the next login of the user replaces them.
 */
public final class Argon2 implements PasswordHasher {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Pattern BCRYPT = Pattern.compile("\\$2[abxy]?\\$[0-9]{2}\\$[./A-Za-z0-9]{53}");

    private final Argon2Function function = Argon2Function.getInstance(
            MEMORY_KIB, PASSES, LANES, HASH_BYTES, com.password4j.types.Argon2.ID, Argon2Function.ARGON2_VERSION_13);
    private final SecureRandom random = new SecureRandom();

    /** A hasher with these parameters. */
    public Argon2() {}

    @Override
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HashText.compute(function, bytes(password), salt).toString();
    }

    @Override
    public boolean matches(String password, String hash) {
        if (isBcrypt(hash)) {
            return BcryptFunction.getInstanceFromHash(hash).check(password, hash);
        }
        return HashText.parse(hash).matches(bytes(password));
    }

    @Override
    public boolean isOutdated(String hash) {
        if (isBcrypt(hash)) {
            return true;
        }
        HashText text = HashText.parse(hash);
        return !text.function().equals(function) || !hash.equals(text.toString());
    }

    private static boolean isBcrypt(String hash) {
        return BCRYPT.matcher(hash).matches();
    }

    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }
}
