package io.jetalyst.processor.check;

import io.jetalyst.processor.problem.NearMatch;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One source of a directive of a content security policy (CSP 3 §2.3.1). */
final class PolicySource {
    private static final Set<String> KEYWORDS = Set.of(
            "'none'",
            "'self'",
            "'unsafe-inline'",
            "'unsafe-eval'",
            "'unsafe-hashes'",
            "'strict-dynamic'",
            "'report-sample'",
            "'wasm-unsafe-eval'",
            "'inline-speculation-rules'");

    private static final String HASH = "(?i)'sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}'";
    private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]*:";
    private static final String HOST =
            "(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:\\*|(?:\\*\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*|\\[[0-9a-fA-F:.]+\\])(?::(?:\\d+|\\*))?(?:/\\S*)?";

    private PolicySource() {}

    /** A mistake in a source. */
    record Mistake(String what, String fix) {}

    /** @param alone whether the directive has no other source */
    static Optional<Mistake> check(String source, boolean alone) {
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.equals("'none'") && !alone) {
            return mistake("'none' is beside other sources, and has no effect there.", "Remove 'none' or the others.");
        }
        if (KEYWORDS.contains(lower) || source.matches(HASH)) {
            return Optional.empty();
        }
        if (lower.startsWith("'nonce-") || lower.startsWith("nonce-")) {
            return mistake(
                    "A nonce in an annotation is the same in all responses, so it protects nothing.",
                    "Remove it, and write nonce=\"${request.nonce()}\" in the page: the framework adds that nonce to the policy.");
        }
        if (KEYWORDS.contains("'" + lower + "'")) {
            return mistake(
                    source + " without quotes is the name of a host.", "Write '" + lower + "' with its single quotes.");
        }
        if (source.startsWith("'")) {
            return mistake(
                    source + " is no source that browsers know.",
                    NearMatch.question(lower, KEYWORDS) + "CSP 3 §2.3.1 lists them.");
        }
        return source.matches(SCHEME) || source.matches(HOST)
                ? Optional.empty()
                : mistake(
                        "\"" + source + "\" is no source that browsers know.",
                        "Write a host such as https://tiles.example, a scheme such as data:, or a keyword such as 'self'.");
    }

    private static Optional<Mistake> mistake(String what, String fix) {
        return Optional.of(new Mistake(what, fix));
    }
}
