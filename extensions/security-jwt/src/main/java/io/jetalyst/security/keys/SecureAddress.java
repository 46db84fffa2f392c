package io.jetalyst.security.keys;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Checks addresses of issuers. */
public final class SecureAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SecureAddress() {}

    /** @throws IllegalArgumentException if others could read or change what this address serves: only {@code https} is safe, or this machine */
    public static URI check(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        boolean safe = host != null && (scheme.equals("https") || scheme.equals("http") && LOOPBACK.contains(host));
        if (!safe || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    address + " must begin with https://; http:// is for addresses of this machine");
        }
        return address;
    }
}
