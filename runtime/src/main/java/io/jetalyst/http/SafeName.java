package io.jetalyst.http;

/** Checks the names of files that come from a client. */
final class SafeName {
    private SafeName() {}

    /**
     * Whether a name leads to a file in the folder that it is resolved against: one or more segments between single slashes, none of which
     * begins with a dot, because such files are hidden or lead out of the folder; no backslash, colon or control character.
     */
    static boolean isSafe(String name) {
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((start && (c == '.' || c == '/')) || c == '\\' || c == ':' || Character.isISOControl(c)) {
                return false;
            }
            start = c == '/';
        }
        return !start; // neither empty nor with a slash at the end
    }
}
