package io.jetalyst.security.passwords;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a hash, in the form of the reference implementation: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Password4j has such a text,
 * too, but changes the case of the type by the rules of the default locale, so that a server with a Turkish locale reads no hash of another one.
 *
 * @param function computes a hash with the parameters of the text
 */
record HashText(Argon2Function function, byte[] salt, byte[] hash) {
    /** The type has an i without a dot if Password4j wrote the text with a Turkish locale. A text without a version has the first one. */
    private static final Pattern FORM =
            Pattern.compile("\\$argon2(?<type>i|d|id|\u0131|\u0131d)(?:\\$v=(?<version>16|19))?"
                    + "\\$m=(?<memory>[1-9][0-9]{0,7}),t=(?<passes>[1-9][0-9]{0,4}),p=(?<lanes>[1-9][0-9]{0,2})"
                    + "\\$(?<salt>[A-Za-z0-9+/]{11,}={0,2})\\$(?<hash>[A-Za-z0-9+/]{6,}={0,2})");

    private static final String FIRST_VERSION = "16";
    /** The least memory of a lane, RFC 9106 §3.1. */
    private static final int MIN_KIB = 8;

    /** @throws IllegalArgumentException if the text is not a hash of Argon2, or has parameters that RFC 9106 §3.1 does not allow */
    static HashText parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the text of a hash of Argon2");
        }
        int memory = Integer.parseInt(parts.group("memory"));
        int lanes = Integer.parseInt(parts.group("lanes"));
        if (memory < MIN_KIB * lanes) {
            throw new IllegalArgumentException("a hash of Argon2 needs at least " + MIN_KIB + " KiB for each lane");
        }
        String version = parts.group("version");
        byte[] hash = Base64.getDecoder().decode(parts.group("hash"));
        Argon2Function function = Argon2Function.getInstance(
                memory,
                Integer.parseInt(parts.group("passes")),
                lanes,
                hash.length,
                type(parts.group("type")),
                Integer.parseInt(version == null ? FIRST_VERSION : version));
        return new HashText(function, Base64.getDecoder().decode(parts.group("salt")), hash);
    }

    private static Argon2 type(String name) {
        return Argon2.valueOf(name.replace('\u0131', 'i').toUpperCase(Locale.ROOT));
    }

    /** The text of the hash of a password. */
    static HashText compute(Argon2Function function, byte[] password, byte[] salt) {
        return new HashText(function, salt, function.hash(password, salt).getBytes());
    }

    /** Whether this is the hash of the password. Takes the same time for all passwords. */
    boolean matches(byte[] password) {
        return MessageDigest.isEqual(hash, compute(function, password, salt).hash);
    }

    /** Writes only characters of US-ASCII. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2" + function.getVariant().name().toLowerCase(Locale.ROOT)
                + "$v=" + function.getVersion()
                + "$m=" + function.getMemory() + ",t=" + function.getIterations() + ",p=" + function.getParallelism()
                + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
