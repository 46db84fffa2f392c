package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Token;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Browsers compare the origins and fields of CORS character by character, and refuse cookies to all origins. */
final class CorsOriginsRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        controller.type().annotation(Vocabulary.ALLOW_ORIGINS).ifPresent(cors -> check(cors, problems));
        for (RouteModel route : controller.routes()) {
            route.method().annotation(Vocabulary.ALLOW_ORIGINS).ifPresent(cors -> check(route, cors, problems));
        }
    }

    private static void check(RouteModel route, AnnotationDecl cors, Problems problems) {
        if (route.endpoint() instanceof RouteModel.Endpoint.Socket) {
            problems.add(
                    ProblemCode.CORS_WITHOUT_EFFECT,
                    cors.origin(),
                    "@AllowOrigins has no effect on the @WebSocket method "
                            + route.method().name() + ".",
                    "Name the origins that may open the socket, as in @WebSocket(origins = \"https://app.example\").");
        }
        check(cors, problems);
    }

    private static void check(AnnotationDecl cors, Problems problems) {
        List<ValueDecl> origins = cors.values(Vocabulary.VALUE);
        if (origins.isEmpty()) {
            problems.add(
                    ProblemCode.CORS_ORIGIN,
                    cors.origin(),
                    "@AllowOrigins names no origin.",
                    "Name one, such as \"https://app.example\", or remove @AllowOrigins.");
        }
        Set<String> seen = new HashSet<>();
        for (ValueDecl origin : origins) {
            OriginText.mistake(origin.text())
                    .ifPresent(mistake -> problems.add(
                            ProblemCode.CORS_ORIGIN,
                            origin.origin(),
                            "\"" + origin.text() + "\" " + mistake.what(),
                            mistake.fix()));
            if (!seen.add(origin.text())) {
                twice(ProblemCode.CORS_ORIGIN, origin, problems);
            }
            if (origin.text().equals("*")) {
                all(cors, origin, problems);
            }
        }
        fields(cors.values(Vocabulary.HEADERS), problems);
        fields(cors.values(Vocabulary.EXPOSED), problems);
        cors.value(Vocabulary.MAX_AGE_SECONDS)
                .filter(value -> value.text().startsWith("-"))
                .ifPresent(value -> problems.add(
                        ProblemCode.CORS_FIELD,
                        value.origin(),
                        "maxAgeSeconds must be at least 0, not " + value.text() + ".",
                        "Write 0 to let browsers ask before each request."));
    }

    private static void all(AnnotationDecl cors, ValueDecl star, Problems problems) {
        boolean hasCredentials = cors.value(Vocabulary.CREDENTIALS)
                .filter(value -> value.text().equals("true"))
                .isPresent();
        if (hasCredentials) {
            problems.add(
                    ProblemCode.CORS_CREDENTIALS,
                    star.origin(),
                    "\"*\" with credentials would let each page in the world act and read as its visitor.",
                    "Name the origins of your pages, or remove credentials = true.");
        } else if (cors.values(Vocabulary.VALUE).size() > 1) {
            problems.add(
                    ProblemCode.CORS_ORIGIN,
                    star.origin(),
                    "\"*\" stands for all origins, so the others have no effect.",
                    "Remove \"*\" or the others.");
        }
    }

    private static void fields(List<ValueDecl> names, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (ValueDecl name : names) {
            if (!Token.is(name.text()) || name.text().equals("*")) {
                problems.add(
                        ProblemCode.CORS_FIELD,
                        name.origin(),
                        "\"" + name.text() + "\" is not the name of a header field.",
                        name.text().equals("*")
                                ? "Write the names of the fields that your pages use."
                                : "Write a name such as \"X-Requested-With\", without its value.");
            } else if (!seen.add(name.text().toLowerCase(Locale.ROOT))) {
                twice(ProblemCode.CORS_FIELD, name, problems);
            }
        }
    }

    private static void twice(ProblemCode code, ValueDecl value, Problems problems) {
        problems.add(code, value.origin(), "\"" + value.text() + "\" is named twice.", "Remove one of them.");
    }
}
