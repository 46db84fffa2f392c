package io.jetalyst.security.keys;

import java.util.Base64;
import java.util.regex.Pattern;

/** The compact form of a signed JWT (RFC 7515 §7.1). */
public final class CompactForm {
    /** The library skips other characters, so that one token would have many forms. */
    private static final Pattern PARTS = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private CompactForm() {}

    /** Whether a text has three parts, each in the one form that Base64url has for its bytes: the unused bits of the last character are 0. */
    public static boolean isSigned(String text) {
        if (!PARTS.matcher(text).matches()) {
            return false;
        }
        for (String part : text.split("\\.")) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(part);
                if (!Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(part)) {
                    return false;
                }
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }
        return true;
    }
}
