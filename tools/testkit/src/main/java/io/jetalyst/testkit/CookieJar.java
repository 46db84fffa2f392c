package io.jetalyst.testkit;

import io.jetalyst.http.HttpDate;
import java.net.CookieHandler;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stores the cookies of one application (RFC 6265 §5.3, §5.4) and sends them to its origin only. {@code java.net.CookieManager} would send
 * a cookie that has {@code Max-Age} in the form of RFC 2965, which servers do not read any more.
 */
final class CookieJar extends CookieHandler {
    private final URI origin;
    private final List<Stored> cookies = new ArrayList<>();

    CookieJar(URI origin) {
        this.origin = origin;
    }

    private record Stored(String name, String value, String path, Instant expires) {
        boolean isSentTo(String path) {
            return path.equals(this.path)
                    || path.startsWith(this.path)
                            && (this.path.endsWith("/") || path.charAt(this.path.length()) == '/');
        }

        boolean replaces(Stored other) {
            return name.equals(other.name) && path.equals(other.path);
        }
    }

    @Override
    public synchronized Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders) {
        if (!isOwn(uri)) {
            return Map.of();
        }
        Instant now = Instant.now();
        cookies.removeIf(cookie -> !cookie.expires().isAfter(now));
        List<String> sent = cookies.stream()
                .filter(cookie -> cookie.isSentTo(pathOf(uri)))
                .sorted(Comparator.comparingInt((Stored cookie) -> cookie.path().length())
                        .reversed())
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .toList();
        return sent.isEmpty() ? Map.of() : Map.of("Cookie", List.of(String.join("; ", sent)));
    }

    @Override
    public synchronized void put(URI uri, Map<String, List<String>> responseHeaders) {
        if (isOwn(uri)) {
            responseHeaders.forEach((name, fields) -> {
                if (name.equalsIgnoreCase("Set-Cookie")) {
                    fields.forEach(field -> store(uri, field));
                }
            });
        }
    }

    private void store(URI uri, String field) {
        String[] parts = field.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return;
        }
        String path = pathOf(uri).substring(0, Math.max(1, pathOf(uri).lastIndexOf('/')));
        Instant expires = Instant.MAX;
        boolean hasAge = false;
        for (int i = 1; i < parts.length; i++) {
            String[] attribute = (parts[i].strip() + "=").split("=", -1);
            String value = attribute[1].strip();
            switch (attribute[0].strip().toLowerCase(Locale.ROOT)) {
                case "path" -> path = value.startsWith("/") ? value : path;
                case "max-age" -> {
                    hasAge = true;
                    expires = expiry(value);
                }
                case "expires" ->
                    expires = hasAge ? expires : HttpDate.parse(value).orElse(expires);
                default -> {} // Secure and SameSite restrict nothing here: browsers trust localhost, and all requests
                // are of one site
            }
        }
        Stored cookie = new Stored(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                path,
                expires);
        cookies.removeIf(cookie::replaces);
        cookies.add(cookie);
    }

    private static Instant expiry(String seconds) {
        try {
            return Instant.now().plusSeconds(Math.min(Long.parseLong(seconds), Integer.MAX_VALUE));
        } catch (NumberFormatException notANumber) {
            return Instant.MAX;
        }
    }

    private boolean isOwn(URI uri) {
        return origin.getHost().equalsIgnoreCase(uri.getHost()) && origin.getPort() == uri.getPort();
    }

    private static String pathOf(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }
}
