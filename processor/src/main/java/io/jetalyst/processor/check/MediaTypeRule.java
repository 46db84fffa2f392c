package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.BodyForm;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.ResultKind;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code @Produces} and {@code @Consumes} list media types that the method can send and take. */
final class MediaTypeRule implements Rule {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String CONCRETE = TOKEN.replace("*", "");
    private static final Pattern PRODUCED =
            Pattern.compile(CONCRETE + "/" + CONCRETE + "( *; *" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*\"))*");
    private static final Pattern CONSUMED = Pattern.compile("\\*/\\*|" + CONCRETE + "/(\\*|(\\*\\+)?" + CONCRETE + ")");
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (String type : List.of(Vocabulary.PRODUCES, Vocabulary.CONSUMES)) {
            controller.type().annotation(type).ifPresent(annotation -> syntax(annotation, problems));
        }
        for (RouteModel route : controller.routes()) {
            route.method().annotation(Vocabulary.PRODUCES).ifPresent(own -> produces(route, own, problems));
            route.method().annotation(Vocabulary.CONSUMES).ifPresent(own -> consumes(route, own, problems));
            content(route, problems);
            body(route, problems);
        }
        controller.errors().forEach(error -> ofError(error, problems));
    }

    private static void ofError(ErrorModel error, Problems problems) {
        String name = error.method().name();
        error.method().annotation(Vocabulary.PRODUCES).ifPresent(own -> {
            if (error.result().isNothing()) {
                nothing(own, name + ", which returns no content.", problems);
            } else {
                syntax(own, problems);
                content(error.method(), error.result(), own.values(Vocabulary.VALUE), problems);
            }
        });
        error.method()
                .annotation(Vocabulary.CONSUMES)
                .ifPresent(own -> problems.add(
                        ProblemCode.NOTHING_PRODUCED,
                        own.origin(),
                        "@Consumes has no effect on the @OnError method " + name + ".",
                        "Remove it."));
    }

    private static void produces(RouteModel route, AnnotationDecl own, Problems problems) {
        boolean socket = route.endpoint() instanceof RouteModel.Endpoint.Socket;
        if (socket
                || route.endpoint() instanceof RouteModel.Endpoint.Http http
                        && http.result().isNothing()) {
            nothing(
                    own,
                    route.method().name() + (socket ? ", which accepts handshakes." : ", which returns no content."),
                    problems);
        } else {
            syntax(own, problems);
        }
    }

    private static void nothing(AnnotationDecl own, String where, Problems problems) {
        problems.add(
                ProblemCode.NOTHING_PRODUCED,
                own.origin(),
                "@Produces has no effect on " + where,
                "Remove it, or return the content.");
    }

    private static void consumes(RouteModel route, AnnotationDecl own, Problems problems) {
        if (!route.takesBody()) {
            problems.add(
                    ProblemCode.NOTHING_CONSUMED,
                    own.origin(),
                    "@Consumes has no effect on " + route.method().name() + ", which takes no body.",
                    "Remove it, or take the body with @Body or @FormParam.");
        } else {
            syntax(own, problems);
        }
    }

    private static void syntax(AnnotationDecl annotation, Problems problems) {
        boolean consumes = annotation.type().equals(Vocabulary.CONSUMES);
        List<ValueDecl> values = annotation.values(Vocabulary.VALUE);
        if (values.isEmpty()) {
            problems.add(
                    ProblemCode.NO_MEDIA_TYPE,
                    annotation.origin(),
                    annotation.text() + " lists no media type.",
                    "Write one, such as \"application/json\", or remove " + annotation.text() + ".");
        }
        for (ValueDecl value : values) {
            if (!(consumes ? CONSUMED : PRODUCED).matcher(value.text().strip()).matches()) {
                problems.add(
                        ProblemCode.NO_MEDIA_TYPE,
                        value.origin(),
                        "\"" + value.text() + "\" is no media type that a method can " + (consumes ? "take." : "send."),
                        consumes
                                ? "Write a type and a subtype without parameters, such as \"text/csv\", \"image/*\" or"
                                        + " \"application/*+json\"."
                                : "Write a type and a subtype without *, such as \"text/csv\".");
            }
        }
    }

    /** Reports the media types that the result cannot have. */
    private static void content(RouteModel route, Problems problems) {
        if (!route.declaredProduces().isEmpty() && route.endpoint() instanceof RouteModel.Endpoint.Http http) {
            content(route.method(), http.result(), values(route, Vocabulary.PRODUCES), problems);
        }
    }

    private static void content(MethodDecl method, ResultModel result, List<ValueDecl> values, Problems problems) {
        for (ValueDecl value : values) {
            Optional<String> fix = PRODUCED.matcher(value.text().strip()).matches()
                    ? otherContent(result.content(), plain(value))
                    : Optional.empty();
            fix.ifPresent(text -> problems.add(
                    ProblemCode.OTHER_MEDIA_TYPE,
                    value.origin(),
                    "The method " + method.name() + " returns "
                            + method.result().text() + ", which cannot be sent as " + value.text() + ".",
                    text));
        }
    }

    /** The fix; empty if the result can be sent as this media type. */
    private static Optional<String> otherContent(ResultModel content, String mediaType) {
        boolean json =
                mediaType.equals("application/json") || mediaType.equals("text/json") || mediaType.endsWith("+json");
        if (content instanceof ResultModel.Json) {
            return json
                    ? Optional.empty()
                    : Optional.of("Write a media type of JSON, or return a String, a byte[] or a Response.");
        }
        if (!(content instanceof ResultModel.Sequence sequence)) {
            return Optional.empty();
        }
        if (sequence.kind() == ResultKind.EVENTS) {
            return mediaType.equals("text/event-stream")
                    ? Optional.empty()
                    : Optional.of("Remove @Produces: events have the media type text/event-stream.");
        }
        return json || LINES.contains(mediaType)
                ? Optional.empty()
                : Optional.of("Write a media type of JSON or application/x-ndjson, or return Response.writeText.");
    }

    /** Reports the media types from which the body is not read. */
    private static void body(RouteModel route, Problems problems) {
        if (route.consumes().isEmpty()) {
            return;
        }
        for (ValueDecl value : values(route, Vocabulary.CONSUMES)) {
            Optional<String> fix = CONSUMED.matcher(value.text().strip()).matches()
                    ? otherBody(route, plain(value))
                    : Optional.empty();
            fix.ifPresent(text -> problems.add(
                    ProblemCode.OTHER_MEDIA_TYPE,
                    value.origin(),
                    "The method " + route.method().name() + " takes " + taken(route) + ", not from " + value.text()
                            + ".",
                    text));
        }
    }

    private static String taken(RouteModel route) {
        return route.formFields().isEmpty()
                ? "the body " + route.bodies().get(0).declaration().name() + " from JSON"
                : "the fields of a form";
    }

    private static Optional<String> otherBody(RouteModel route, String mediaType) {
        if (!route.formFields().isEmpty()) {
            return BodyForm.FORMS.contains(mediaType)
                    ? Optional.empty()
                    : Optional.of("Write one of " + String.join(" and ", BodyForm.FORMS) + ", or remove @Consumes.");
        }
        boolean json = mediaType.endsWith("json") || mediaType.endsWith("/*") || mediaType.equals("text/plain");
        return route.bodies().get(0).form() != BodyForm.JSON || json
                ? Optional.empty()
                : Optional.of("Write a media type of JSON, or take the body with @Body as a String or byte[].");
    }

    private static List<ValueDecl> values(RouteModel route, String type) {
        return route.annotations().stream()
                .filter(annotation -> annotation.type().equals(type))
                .flatMap(annotation -> annotation.values(Vocabulary.VALUE).stream())
                .toList();
    }

    private static String plain(ValueDecl value) {
        return value.text().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
