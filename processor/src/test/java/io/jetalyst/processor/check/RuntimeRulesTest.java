package io.jetalyst.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.headers.ContentPolicy;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.route.CorsRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The processor and the runtime each have these rules, as neither depends on the other. Here both judge the same texts. */
class RuntimeRulesTest {
    private static final String LETTERS = "abcdeghmnopstw-:/.*[]1480 'N_%@";

    private static final List<String> ORIGINS = List.of(
            "*",
            "null",
            "http://a.example",
            "https://a.example",
            "https://a.example:8443",
            "http://a.example:80",
            "https://a.example:443",
            "https://a.example:80",
            "http://a.example:443",
            "https://a.example:0",
            "https://a.example:65535",
            "https://a.example:65536",
            "https://a.example/",
            "https://a.example?x",
            "https://a.example#x",
            "https://user@a.example",
            "https://A.example",
            "HTTPS://a.example",
            "https://a.example.",
            "https://münchen.example",
            "https://xn--mnchen-3ya.example",
            "https://127.0.0.1",
            "https://[::1]:8080",
            "https://[::1",
            "https://a_b.example",
            "https://",
            "https:///x",
            "a.example",
            "//a.example",
            "ws://a.example",
            "wss://a.example",
            "wss://a.example:8443",
            "file://a.example",
            "file:///tmp",
            "capacitor://localhost",
            "chrome-extension://abcdef",
            "");

    private static final List<String> POLICIES = List.of(
            "img-src 'self' https://tiles.example; font-src 'self'",
            "script-src 'self' 'unsafe-inline'",
            "frame-ancestors 'none'",
            "upgrade-insecure-requests",
            "report-uri /csp",
            "sandbox allow-scripts;",
            "img-src",
            " ; img-src *",
            "img-src a,b",
            "img-src \u00e9.example",
            "img-src 'self'\nfont-src 'self'",
            "img-src 'self'; img-src *",
            "image-src 'self'",
            "IMG-SRC 'self'",
            ";",
            "");

    @Test
    void findsSameNearNames() {
        Random random = new Random(7);
        Set<String> names = new TreeSet<>(ContentPolicyRule.directives());
        for (String name : names) {
            for (int i = 0; i < 50; i++) {
                String word = changed(name, random);
                assertEquals(NearMatch.of(word, names), io.jetalyst.config.NearMatch.of(word, names), word);
            }
        }
    }

    @Test
    void acceptsSameOrigins() {
        int accepted = 0;
        for (String origin : variants(ORIGINS)) {
            boolean isOrigin = OriginText.mistake(origin).isEmpty();
            assertEquals(isOrigin, accepts(() -> CorsRule.of(origin)), origin);
            accepted += isOrigin ? 1 : 0;
        }
        assertTrue(accepted > 100, accepted + " accepted");
    }

    @Test
    void knowsSameDirectives() {
        for (String name : variants(List.copyOf(ContentPolicyRule.directives()))) {
            boolean isKnown = ContentPolicyRule.directives().contains(name);
            assertEquals(isKnown, name.matches("\\S+") && accepts(() -> ContentPolicy.parse(name)), name);
        }
    }

    /** The compiler also rejects what browsers would ignore, so it accepts less. */
    @Test
    void acceptsNoPolicyThatFailsAtStart() {
        int accepted = 0;
        for (String policy : variants(POLICIES)) {
            Problems problems = new Problems();
            ContentPolicyRule.check(new ValueDecl(policy, Origin.NOWHERE), problems);
            if (!problems.hasErrors()) {
                assertTrue(accepts(() -> ContentPolicy.parse(policy)), policy);
                accepted++;
            }
        }
        assertTrue(accepted > 100, accepted + " accepted");
    }

    private static boolean accepts(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The texts, and hundreds like each of them. */
    private static List<String> variants(List<String> texts) {
        Random random = new Random(7);
        List<String> all = new ArrayList<>(texts);
        for (String text : texts) {
            for (int i = 0; i < 300; i++) {
                all.add(changed(text, random));
            }
        }
        return all;
    }

    /** The text with one to three characters inserted, replaced or removed. */
    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int change = random.nextInt(3); change >= 0; change--) {
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            int at = random.nextInt(changed.length() + 1);
            int kind = at == changed.length() ? 0 : random.nextInt(3);
            if (kind == 0) {
                changed.insert(at, letter);
            } else if (kind == 1) {
                changed.setCharAt(at, letter);
            } else {
                changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }
}
