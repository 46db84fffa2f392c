package io.jetalyst.http;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A cookie that a response sets (RFC 6265bis §4.1). Immutable; each method with a change returns a new cookie.
 *
 * <pre>{@code
 * Response.seeOther("/").cookie(Cookie.of("theme", "dark").maxAge(Duration.ofDays(365)))
 * // Set-Cookie: theme=dark; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax
 * }</pre>
 *
 * <p>By default the cookie is for all paths of this host and for the session of the browser, scripts cannot read it ({@code HttpOnly}), and
 * requests that other sites cause do not have it, except links ({@code SameSite=Lax}). The framework adds {@code Secure} to every cookie of a
 * response over HTTPS.
 *
 * <p>Names that begin with {@code __Host-} or {@code __Secure-} make the cookie {@code Secure}. A cookie that a browser would ignore
 * is an {@link IllegalArgumentException}.
 */
public final class Cookie {
    /** Longer cookies are ignored by browsers; the bound is for name and value together, in bytes. */
    private static final int MAX_LENGTH = 4096;

    private static final int MAX_ATTRIBUTE = 1024;
    private static final String HOST_PREFIX = "__host-";
    private static final String SECURE_PREFIX = "__secure-";

    private final String name;
    private final String value;
    private final Map<Attribute, String> attributes;

    private Cookie(String name, String value, Map<Attribute, String> attributes) {
        this.name = name;
        this.value = value;
        this.attributes = attributes;
    }

    /** Which requests from other sites have the cookie. */
    public enum SameSite {
        /** None. */
        STRICT("Strict"),
        /** Only those of links and other navigation with {@code GET}. */
        LAX("Lax"),
        /** All; browsers then require {@code Secure}. */
        NONE("None");

        private final String text;

        SameSite(String text) {
            this.text = text;
        }
    }

    /** In the order in which they are sent. */
    private enum Attribute {
        PATH("Path"),
        DOMAIN("Domain"),
        MAX_AGE("Max-Age"),
        EXPIRES("Expires"),
        SECURE("Secure"),
        HTTP_ONLY("HttpOnly"),
        SAME_SITE("SameSite"),
        PARTITIONED("Partitioned");

        private final String text;

        Attribute(String text) {
            this.text = text;
        }
    }

    /**
     * A cookie with the default attributes.
     *
     * @param name a token
     * @param value US-ASCII without blanks, quotes, commas, semicolons and backslashes; encode other text, such as with Base64
     * @throws IllegalArgumentException if name or value have other characters, or are longer than 4096 bytes
     */
    public static Cookie of(String name, String value) {
        new HeaderField(name, ""); // rejects a name that is no token
        if (!value.chars().allMatch(Cookies::isCookieOctet)) {
            throw new IllegalArgumentException(
                    "the value of cookie " + name + " has a character that a cookie may not have; encode it");
        }
        if (name.length() + value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("cookie " + name + " is longer than " + MAX_LENGTH + " bytes");
        }
        Map<Attribute, String> defaults = new EnumMap<>(
                Map.of(Attribute.PATH, "/", Attribute.HTTP_ONLY, "", Attribute.SAME_SITE, SameSite.LAX.text));
        Cookie cookie = new Cookie(name, value, defaults);
        return cookie.isPrefixed(HOST_PREFIX) || cookie.isPrefixed(SECURE_PREFIX) ? cookie.secure() : cookie;
    }

    /** A cookie that removes the one of this name; {@link #path} and {@link #domain} must be those of that cookie. */
    public static Cookie expired(String name) {
        return of(name, "").maxAge(Duration.ZERO);
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /**
     * The same cookie for a path and the paths below it, instead of {@code /}.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or the name begins with {@code __Host-}
     */
    public Cookie path(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path of cookie " + name + " must begin with /");
        }
        if (isPrefixed(HOST_PREFIX) && !path.equals("/")) {
            throw new IllegalArgumentException("cookie " + name + " has the path / because of its prefix");
        }
        return with(Attribute.PATH, path);
    }

    /**
     * The same cookie for a domain and all its subdomains, instead of this host only.
     *
     * @throws IllegalArgumentException if it is no host name, or the name begins with {@code __Host-}
     */
    public Cookie domain(String domain) {
        if (isPrefixed(HOST_PREFIX)) {
            throw new IllegalArgumentException("cookie " + name + " has no domain because of its prefix");
        }
        if (!domain.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("the domain of cookie " + name + " is no host name");
        }
        return with(Attribute.DOMAIN, domain);
    }

    /**
     * The same cookie that browsers keep for this time, instead of until their session ends. Browsers keep none longer than 400 days.
     *
     * @param age in whole seconds; zero or less removes the cookie
     */
    public Cookie maxAge(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        Cookie kept = with(Attribute.MAX_AGE, Long.toString(seconds));
        return seconds > 0
                ? kept.without(Attribute.EXPIRES)
                : kept.with(Attribute.EXPIRES, HttpDate.format(Instant.EPOCH));
    }

    /** The same cookie for requests over HTTPS only, also if this response is sent over HTTP. */
    public Cookie secure() {
        return with(Attribute.SECURE, "");
    }

    /** The same cookie without {@code HttpOnly}: the scripts of the page can read it. */
    public Cookie readableByScripts() {
        return without(Attribute.HTTP_ONLY);
    }

    /** The same cookie with another {@code SameSite}. {@link SameSite#NONE} makes it {@code Secure}. */
    public Cookie sameSite(SameSite sameSite) {
        Cookie changed = with(Attribute.SAME_SITE, sameSite.text);
        return sameSite == SameSite.NONE ? changed.secure() : changed;
    }

    /** The same cookie, kept apart for each site that embeds this one. It is {@code Secure}. */
    public Cookie partitioned() {
        return with(Attribute.PARTITIONED, "").secure();
    }

    private Cookie with(Attribute attribute, String text) {
        if (text.length() > MAX_ATTRIBUTE || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != ';')) {
            throw new IllegalArgumentException(
                    attribute.text + " of cookie " + name + " is not a value that it can have");
        }
        Map<Attribute, String> changed = new EnumMap<>(attributes);
        changed.put(attribute, text);
        return new Cookie(name, value, changed);
    }

    private Cookie without(Attribute attribute) {
        Map<Attribute, String> changed = new EnumMap<>(attributes);
        changed.remove(attribute);
        return new Cookie(name, value, changed);
    }

    /** Browsers compare the prefixes without case. */
    private boolean isPrefixed(String prefix) {
        return name.toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    /** Whether a browser that receives this cookie after that of the field keeps this one only. */
    boolean replaces(HeaderField field) {
        String start = name + "=";
        String other = field.value();
        if (!field.name().equalsIgnoreCase("Set-Cookie") || !other.startsWith(start)) {
            return false;
        }
        int semicolon = other.indexOf(';');
        String place = "; Path=" + attributes.get(Attribute.PATH) + "; ";
        String domain = attributes.get(Attribute.DOMAIN);
        String behind = semicolon < 0 ? "" : other.substring(semicolon);
        return domain == null
                ? behind.startsWith(place) && !behind.startsWith(place + "Domain=")
                : behind.startsWith(place + "Domain=" + domain + "; ");
    }

    /** The value of the {@code Set-Cookie} field. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(name).append('=').append(value);
        attributes.forEach(
                (attribute, text) -> out.append("; ").append(attribute.text).append(text.isEmpty() ? "" : "=" + text));
        return out.toString();
    }
}
