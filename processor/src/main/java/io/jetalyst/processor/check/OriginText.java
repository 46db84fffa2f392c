package io.jetalyst.processor.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Origins as browsers send them (RFC 6454 §6.2). */
final class OriginText {
    private OriginText() {}

    /** A mistake in an origin, behind the quoted origin itself. */
    record Mistake(String what, String fix) {}

    /** The mistake in this text; empty if it is {@code *} or an origin as browsers send it. */
    static Optional<Mistake> mistake(String text) {
        if (text.matches("(?i)wss?://.*")) {
            return Optional.of(new Mistake(
                    "is the address of a socket. Browsers send the origin of the page that opens it.",
                    "Write \"" + serialized("http" + text.substring(2)) + "\"."));
        }
        if (text.equals("null") || text.startsWith("file:")) {
            return Optional.of(new Mistake(
                    "is no origin that identifies a page: every sandboxed page and local file sends \"null\".",
                    "Serve the page over HTTP, and write its origin."));
        }
        if (text.equals("*") || isOrigin(text)) {
            return Optional.empty();
        }
        String near = serialized(text.contains("://") ? text : "https://" + text);
        return Optional.of(new Mistake(
                "is not an origin as browsers send it.",
                (isOrigin(near) ? "Did you mean \"" + near + "\"? " : "")
                        + "Write scheme://host or scheme://host:port in lower case, without a path or a default port,"
                        + " or \"*\"."));
    }

    /** The origin as a browser writes it, as far as the text is one: in lower case, without a path or a default port. */
    private static String serialized(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceFirst("^(\\w+://[^/?#]*).*", "$1")
                .replaceFirst("^(http://.*):80$|^(https://.*):443$", "$1$2");
    }

    /** Whether the text has a scheme, a host and perhaps a port that is not the scheme's own. */
    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            if (scheme == null || host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                return false;
            }
            boolean defaultPort =
                    scheme.equals("http") && uri.getPort() == 80 || scheme.equals("https") && uri.getPort() == 443;
            String serialized = scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            return !defaultPort && serialized.equals(text) && text.equals(text.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
