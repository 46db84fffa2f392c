package io.jetalyst.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Decides where a redirect may lead. */
final class LocalPath {
    /** An escape of a slash, a backslash or a control character at the start, which a proxy may decode: {@code /%2Fevil.example}. */
    private static final Pattern ESCAPED_START = Pattern.compile("/+%(?:2[fF]|5[cC]|[01][0-9a-fA-F]|7[fF]).*");

    private LocalPath() {}

    /** Whether every browser reads the path as one of the same host. */
    static boolean isLocal(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || !isPrintable(path)) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && !ESCAPED_START.matcher(path).matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether every browser reads the URI as one of these hosts, each with or without a port. */
    static boolean leadsTo(URI target, Collection<String> hosts) {
        String scheme = target.getScheme();
        String host = target.getHost();
        boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        if (!web || host == null || target.getRawUserInfo() != null || !isPrintable(target.toString())) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return hosts.contains(target.getPort() < 0 ? name : name + ":" + target.getPort());
    }

    /** {@link URI} allows other letters, which a field cannot have, and some browsers remove blanks and controls. */
    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }
}
