package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.AccessDecl;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.LimitModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.SocketModel;
import io.jetalyst.processor.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the list of the routes. */
final class RouteListWriter {
    private RouteListWriter() {}

    static CodeBlock write(ControllerModel controller) {
        CodeBlock routes = controller.table().stream()
                .map(route -> entry(route, controller.handler(route.method())))
                .collect(CodeBlock.joining(",\n"));
        return list(routes);
    }

    /** {@code List.of(…)}, a line for each entry. */
    static CodeBlock list(CodeBlock entries) {
        return CodeBlock.of(entries.isEmpty() ? "$T.of()" : "$T.of(\n        $L)", List.class, entries);
    }

    private static CodeBlock entry(RouteModel route, String handler) {
        CodeBlock.Builder entry = CodeBlock.builder().add(route(route, handler));
        rule(route)
                .ifPresent(rule -> entry.add(
                        ".body($T.$L()$L$L$L)", Names.BODY_RULE, rule, consuming(route), limit(route), files(route)));
        if (!route.produces().isEmpty()) {
            entry.add(".produces($L)", list(route.produces()));
        }
        access(route).ifPresent(entry::add);
        if (route.readsIdentity()) {
            entry.add(".readIdentity()");
        }
        if (!route.filters().isEmpty()) {
            CodeBlock classes = route.filters().stream()
                    .map(filter -> CodeBlock.of("$T.class", filter.name()))
                    .collect(CodeBlock.joining(", "));
            entry.add("\n        .filtered($L)", classes);
        }
        for (AnnotationDecl annotation : route.annotations()) {
            Trait.of(annotation)
                    .ifPresent(
                            trait -> entry.add(".$L($L)", trait.setter(), texts(annotation.values(Vocabulary.VALUE))));
            if (annotation.type().equals(Vocabulary.ALLOW_ORIGINS)) {
                entry.add(CorsWriter.write(annotation));
            }
            if (annotation.isMetadata()) {
                entry.add("\n        .annotated($L)", metadata(annotation));
            }
        }
        return entry.build();
    }

    /** The method of {@code Route} that sets the clients of a route; empty if everything is left open. */
    private static Optional<CodeBlock> access(RouteModel route) {
        if (route.access().isEmpty()) {
            return route.needsIdentity() ? Optional.of(CodeBlock.of(".identified()")) : Optional.empty();
        }
        AccessDecl access = route.access().get();
        if (access.roles().isEmpty()) {
            return Optional.of(CodeBlock.of(access.is(Vocabulary.DENY_ALL) ? ".denyAll()" : ".permitAll()"));
        }
        return Optional.of(
                access.admitsEveryIdentity()
                        ? CodeBlock.of(".identified()")
                        : CodeBlock.of("\n        .rolesAllowed($L)", texts(access.roles())));
    }

    /** The factory of {@code BodyRule}. */
    private static Optional<String> rule(RouteModel route) {
        return route.formFields().isEmpty()
                ? route.bodies().stream().findFirst().map(body -> body.form().rule())
                : Optional.of(route.takesFiles() ? "upload" : "form");
    }

    private static CodeBlock consuming(RouteModel route) {
        return route.consumes().isEmpty() ? CodeBlock.of("") : CodeBlock.of(".consuming($L)", list(route.consumes()));
    }

    private static String limit(RouteModel route) {
        return route.maxBody()
                .flatMap(annotation -> annotation.value(Vocabulary.VALUE))
                .map(value -> ".atMost(" + bytes(value) + ")")
                .orElse("");
    }

    /** The limits of files. */
    private static CodeBlock files(RouteModel route) {
        return route.formFields().stream()
                .filter(ParamModel.Upload.class::isInstance)
                .map(ParamModel.Upload.class::cast)
                .map(RouteListWriter::file)
                .collect(CodeBlock.joining(""));
    }

    private static CodeBlock file(ParamModel.Upload upload) {
        return upload.declaration()
                .annotation(Source.FORM.annotation())
                .flatMap(annotation -> annotation.value(Vocabulary.MAX_BYTES))
                .map(value -> CodeBlock.of(".fileAtMost($S, $L)", upload.name(), bytes(value)))
                .orElse(CodeBlock.of(""));
    }

    private static String bytes(ValueDecl value) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(value.text())).replace(',', '_') + "L";
    }

    private static CodeBlock metadata(AnnotationDecl annotation) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($S)", Names.ROUTE_ANNOTATION, annotation.type());
        annotation.values().forEach((member, values) -> {
            CodeBlock texts = values.stream()
                    .map(value -> CodeBlock.of(", $S", value.text()))
                    .collect(CodeBlock.joining(""));
            code.add(".with($S$L)", member, texts);
        });
        return code.build();
    }

    private static CodeBlock route(RouteModel route, String handler) {
        String path = route.path().text();
        if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
            String factory = http.verb().name().toLowerCase(Locale.ROOT);
            return CodeBlock.of("$T.$L($S, $S)", Names.ROUTE, factory, path, handler);
        }
        SocketModel options = ((RouteModel.Endpoint.Socket) route.endpoint()).options();
        return options.plain()
                ? CodeBlock.of("$T.socket($S, $S)", Names.ROUTE, path, handler)
                : CodeBlock.of(
                        "$T.socket(\n        $S,\n        $S,\n        $L)",
                        Names.ROUTE,
                        path,
                        handler,
                        options(options));
    }

    private static CodeBlock options(SocketModel options) {
        List<CodeBlock> calls = new ArrayList<>();
        if (!options.origins().isEmpty()) {
            calls.add(CodeBlock.of(".origins($L)", texts(options.origins())));
        }
        if (!options.subprotocols().isEmpty()) {
            calls.add(CodeBlock.of(".subprotocols($L)", texts(options.subprotocols())));
        }
        if (options.subprotocolRequired()) {
            calls.add(CodeBlock.of(".requireSubprotocol()"));
        }
        String between = options.limits().isEmpty() ? "" : "\n        ";
        for (LimitModel limit : options.limits()) {
            calls.add(CodeBlock.of(".limit($T.$L, $L)", Names.SOCKET_LIMIT, limit.constant(), literal(limit.number())));
        }
        options.overflow().ifPresent(policy -> calls.add(CodeBlock.of(".overflow($T.$L)", Names.OVERFLOW, policy)));
        options.compression().ifPresent(way -> calls.add(CodeBlock.of(".compression($T.$L)", Names.COMPRESSION, way)));
        CodeBlock joined =
                calls.stream().map(call -> CodeBlock.of("$L$L", between, call)).collect(CodeBlock.joining(""));
        return CodeBlock.of("$T.DEFAULT$L", Names.SOCKET_OPTIONS, joined);
    }

    /** As people write it: {@code 1_048_576}. */
    private static String literal(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '_');
    }

    private static CodeBlock texts(List<ValueDecl> values) {
        return list(values.stream().map(ValueDecl::text).toList());
    }

    private static CodeBlock list(List<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
    }
}
