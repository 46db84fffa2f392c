package io.jetalyst.internal.assets;

import io.jetalyst.http.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Paths of requests, and the names of files that they stand for. */
final class AssetPath {
    private AssetPath() {}

    /**
     * Whether a file of this name is served. Files and folders that begin with a dot are not, except {@code .well-known} (RFC 8615), and
     * neither are names whose path has several readings.
     */
    static boolean isServed(String name) {
        String visible = name.startsWith(".well-known/") ? name.substring(1) : name;
        boolean start = true;
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if ((start && c == '.') || c == '\\' || c == ':' || c == ';' || Character.isISOControl(c)) {
                return false;
            }
            start = c == '/';
        }
        return !visible.isEmpty();
    }

    /** The name that a path stands for, without the slash at its start; empty if an escape is malformed or stands for a slash. */
    static Optional<String> name(String path) {
        String relative = path.substring(1);
        if (relative.indexOf('%') < 0) {
            return Optional.of(relative);
        }
        return relative.toLowerCase(Locale.ROOT).contains("%2f")
                ? Optional.empty()
                : PercentEncoding.decodePath(relative);
    }

    /** A name as a path has it. */
    static String encode(String name) {
        try {
            return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a path: " + name, e);
        }
    }
}
