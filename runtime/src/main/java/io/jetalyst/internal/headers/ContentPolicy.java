package io.jetalyst.internal.headers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A content security policy (CSP 3 §2.2): the values of its directives by name, in their order. Immutable. */
public final class ContentPolicy {
    /** The directives of CSP 3, and those that other specifications add to it. */
    static final Set<String> DIRECTIVES = Set.of(
            "base-uri",
            "child-src",
            "connect-src",
            "default-src",
            "fenced-frame-src",
            "font-src",
            "form-action",
            "frame-ancestors",
            "frame-src",
            "img-src",
            "manifest-src",
            "media-src",
            "object-src",
            "report-to",
            "report-uri",
            "require-trusted-types-for",
            "sandbox",
            "script-src",
            "script-src-attr",
            "script-src-elem",
            "style-src",
            "style-src-attr",
            "style-src-elem",
            "trusted-types",
            "upgrade-insecure-requests",
            "worker-src");

    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e&&[^;,]]+(?: [\\x21-\\x7e&&[^;,]]+)*");
    private static final String NONE = "'none'";
    /** Stands for the nonce of a response. No directive has it. */
    private static final String NONCE = "\n";

    /**
     * Everything comes from the application itself, and no other site embeds it. {@code default-src 'self'} includes the WebSockets and events
     * of the application.
     */
    public static final ContentPolicy DEFAULT =
            parse("default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");

    private final Map<String, String> directives;
    private final String text;
    /** The texts before, between and behind the places of a nonce. */
    private final String[] aroundNonce;

    private ContentPolicy(Map<String, String> directives) {
        this.directives = directives;
        this.text = text(directives);
        this.aroundNonce = text(withNonces(directives)).split(NONCE, -1);
    }

    /**
     * Reads the text of a header field.
     *
     * @throws IllegalArgumentException naming the first mistake in a sentence
     */
    public static ContentPolicy parse(String text) {
        Map<String, String> directives = new LinkedHashMap<>();
        for (String directive : text.split(";")) {
            String[] parts = directive.strip().split("\\s+", 2);
            String name = parts[0].toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            String value = parts.length == 1 ? "" : parts[1].replaceAll("\\s+", " ");
            if (!DIRECTIVES.contains(name)) {
                throw new IllegalArgumentException("There is no directive " + printable(name) + " (CSP 3 §6).");
            }
            if (!value.isEmpty() && !VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "The directive " + name + " has a comma, or a character that is not ASCII.");
            }
            if (directives.put(name, value) != null) {
                throw new IllegalArgumentException("The directive " + name + " is there twice.");
            }
        }
        if (directives.isEmpty()) {
            throw new IllegalArgumentException("The policy has no directive.");
        }
        return new ContentPolicy(directives);
    }

    private static String printable(String name) {
        return name.chars()
                .limit(80)
                .mapToObj(c -> c > ' ' && c < 0x7f ? String.valueOf((char) c) : "?")
                .collect(Collectors.joining());
    }

    /** The same policy with the directives of another one in place of those of the same names. */
    public ContentPolicy with(ContentPolicy changes) {
        Map<String, String> merged = new LinkedHashMap<>(directives);
        merged.putAll(changes.directives);
        return new ContentPolicy(merged);
    }

    /** Whether browsers report to an address of the application what the policy blocks. */
    boolean reports() {
        return directives.containsKey("report-uri") || directives.containsKey("report-to");
    }

    /** The policy as the value of a header field. */
    public String text() {
        return text;
    }

    /** The same with a nonce, which allows the scripts and style sheets in the page that have it. */
    String text(String nonce) {
        return String.join(nonce, aroundNonce);
    }

    private static String text(Map<String, String> directives) {
        return directives.entrySet().stream()
                .map(entry -> entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> withNonces(Map<String, String> directives) {
        Map<String, String> all = new LinkedHashMap<>(directives);
        for (String kind : List.of("script-src", "style-src")) {
            String decides = Stream.of(kind + "-elem", kind)
                    .filter(directives::containsKey)
                    .findFirst()
                    .orElse(kind);
            String sources = directives.getOrDefault(decides, directives.get("default-src"));
            String more = withNonce(sources);
            if (more != null) {
                all.put(decides, more);
            }
        }
        return all;
    }

    /**
     * The sources and a nonce; {@code null} if everything inline is allowed. A nonce would make browsers ignore {@code 'unsafe-inline'}
     * (CSP 3 §6.7.3.2).
     */
    private static @Nullable String withNonce(@Nullable String sources) {
        if (sources == null || sources.contains("'unsafe-inline'")) {
            return null;
        }
        String nonce = "'nonce-" + NONCE + "'";
        return sources.isEmpty() || sources.equalsIgnoreCase(NONE) ? nonce : sources + " " + nonce;
    }
}
