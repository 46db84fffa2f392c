package io.jetalyst.login;

import static java.util.Objects.requireNonNull;

import io.jetalyst.filter.Context;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Recognizes programs by a key in a header field. The application stores a hash of each key ({@link #hash}), not the key itself. A key is a random text of
 * at least 128 bits ({@link #create}), so one computation of SHA-256 is enough, and nobody can guess a key.
 *
 * <pre>{@code
 * ApiKeys keys = ApiKeys.inHeader("X-Api-Key", Map.of(System.getenv("BUILD_KEY_HASH"), Identity.of("build", "deployer")));
 * App.builder().authenticator(keys)
 * }</pre>
 */
public final class ApiKeys implements Authenticator {
    private static final int MAX_KEY = 1024;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final String header;
    private final Function<String, Optional<Identity>> find;
    private final boolean isNonBlocking;

    private ApiKeys(String header, Function<String, Optional<Identity>> find, boolean isNonBlocking) {
        if (!header.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("a name of a header field such as X-Api-Key: " + header);
        }
        this.header = header;
        this.find = requireNonNull(find);
        this.isNonBlocking = isNonBlocking;
    }

    /**
     * Accepts these keys.
     *
     * @param identities the identities by the hashes of their keys
     * @throws IllegalArgumentException if a text is not one of {@link #hash}, such as a key that was not hashed
     */
    public static ApiKeys inHeader(String header, Map<String, Identity> identities) {
        Map<String, Identity> copy = Map.copyOf(identities);
        if (!copy.keySet().stream().allMatch(hash -> HASH.matcher(hash).matches())) {
            throw new IllegalArgumentException("a hash of an API key has 64 hexadecimal digits, in lower case");
        }
        return new ApiKeys(header, hash -> find(hash, copy), true);
    }

    /**
     * Accepts the keys that a look-up finds, which may block.
     *
     * @param find the identity by the hash of its key
     */
    public static ApiKeys inHeader(String header, Function<String, Optional<Identity>> find) {
        return new ApiKeys(header, find, false);
    }

    /** The hash of a key, for the store of the application: SHA-256 in 64 hexadecimal digits, in lower case. */
    public static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // each JDK has it
        }
    }

    /** A new key of 256 random bits, for a client. */
    public static String create() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Compares with all hashes, each in constant time. */
    private static Optional<Identity> find(String hash, Map<String, Identity> identities) {
        byte[] wanted = hash.getBytes(StandardCharsets.US_ASCII);
        Optional<Identity> found = Optional.empty();
        for (Map.Entry<String, Identity> entry : identities.entrySet()) {
            if (MessageDigest.isEqual(wanted, entry.getKey().getBytes(StandardCharsets.US_ASCII))) {
                found = Optional.of(entry.getValue());
            }
        }
        return found;
    }

    @Override
    public Optional<Identity> authenticate(Context context) {
        List<String> keys = context.request().headers().all(header);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        String key = keys.get(0);
        Optional<Identity> identity =
                keys.size() > 1 || key.length() > MAX_KEY ? Optional.empty() : find.apply(hash(key));
        if (identity.isEmpty()) {
            throw new CredentialsProblem("The API key is not valid.");
        }
        return identity;
    }

    @Override
    public Optional<String> challenge(Context context) {
        return Optional.of("ApiKey header=\"" + header + "\"");
    }

    @Override
    public boolean isNonBlocking() {
        return isNonBlocking;
    }
}
