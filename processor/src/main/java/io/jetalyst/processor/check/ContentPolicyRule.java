package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Browsers ignore what they do not understand of a policy. So its directives exist, and their sources are written as browsers read them. */
final class ContentPolicyRule implements Rule {
    /** The directives whose values are sources. */
    private static final Set<String> WITH_SOURCES = Set.of(
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
            "script-src",
            "script-src-attr",
            "script-src-elem",
            "style-src",
            "style-src-attr",
            "style-src-elem",
            "worker-src");

    private static final Set<String> OTHERS = Set.of(
            "report-to",
            "report-uri",
            "require-trusted-types-for",
            "sandbox",
            "trusted-types",
            "upgrade-insecure-requests");

    /** The names of all directives. */
    static Set<String> directives() {
        Set<String> names = new HashSet<>(WITH_SOURCES);
        names.addAll(OTHERS);
        return names;
    }

    @Override
    public void check(ControllerModel controller, Problems problems) {
        controller.type().annotation(Vocabulary.CONTENT_SECURITY_POLICY).ifPresent(policy -> check(policy, problems));
        for (RouteModel route : controller.routes()) {
            route.method()
                    .annotation(Vocabulary.CONTENT_SECURITY_POLICY)
                    .ifPresent(policy -> check(route, policy, problems));
        }
    }

    private static void check(RouteModel route, AnnotationDecl policy, Problems problems) {
        if (route.endpoint() instanceof RouteModel.Endpoint.Socket) {
            problems.add(
                    ProblemCode.POLICY_WITHOUT_EFFECT,
                    policy.origin(),
                    "@ContentSecurityPolicy has no effect on the @WebSocket method "
                            + route.method().name() + ".",
                    "Move it to the method that answers with the page.");
        }
        check(policy, problems);
    }

    private static void check(AnnotationDecl policy, Problems problems) {
        policy.value(Vocabulary.VALUE).ifPresent(value -> check(value, problems));
    }

    /** Checks the text of a policy. */
    static void check(ValueDecl value, Problems problems) {
        String text = value.text();
        if (!text.matches("[\\x20-\\x7e&&[^,]]*") || text.replace(";", "").isBlank()) {
            malformed(
                    value,
                    text.replace(";", "").isBlank()
                            ? "The policy has no directive."
                            : "The policy has a comma, a line break, or a character that is not ASCII.",
                    "Write directives with blanks between their sources and semicolons between each other:"
                            + " \"img-src 'self' https://tiles.example; font-src 'self'\".",
                    problems);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String directive : text.split(";")) {
            if (!directive.isBlank()) {
                directive(value, directive.strip().split("\\s+"), seen, problems);
            }
        }
    }

    private static void directive(ValueDecl value, String[] words, Set<String> seen, Problems problems) {
        String name = words[0].toLowerCase(Locale.ROOT);
        if (!WITH_SOURCES.contains(name) && !OTHERS.contains(name)) {
            problems.add(
                    ProblemCode.UNKNOWN_DIRECTIVE,
                    value.origin(),
                    "There is no directive \"" + words[0] + "\", so browsers ignore it.",
                    NearMatch.question(name, directives())
                            + "CSP 3 §6 lists the directives, such as img-src or frame-ancestors.");
            return;
        }
        if (!seen.add(name)) {
            malformed(
                    value,
                    "The directive " + name + " is there twice, and browsers ignore the second one.",
                    "Write all of its sources in one.",
                    problems);
        }
        if (WITH_SOURCES.contains(name)) {
            for (int i = 1; i < words.length; i++) {
                PolicySource.check(words[i], words.length == 2)
                        .ifPresent(mistake -> malformed(value, mistake.what(), mistake.fix(), problems));
            }
        }
    }

    private static void malformed(ValueDecl value, String what, String fix, Problems problems) {
        problems.add(ProblemCode.MALFORMED_POLICY, value.origin(), what, fix);
    }
}
