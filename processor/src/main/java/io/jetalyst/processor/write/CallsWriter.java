package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import java.util.ArrayList;
import java.util.List;

/** Writes the class that holds the controller and calls its methods by the index of their route. */
final class CallsWriter {
    static final String NAME = "Calls";

    private final ControllerModel controller;
    private final List<RouteModel> routes;
    private final TableFields fields;
    private final List<String> methods;
    private final HandlerWriter handlers;
    private final ErrorsWriter errors;

    CallsWriter(ControllerModel controller, TableFields fields) {
        this.controller = controller;
        this.routes = controller.table();
        this.fields = fields;
        // The controller's own names; an overload, and what the interface declares, gets another.
        NameAllocator names = new NameAllocator(List.of("call", "connect", "recover"));
        this.methods = routes.stream()
                .map(route -> names.allocate(route.method().name()))
                .toList();
        this.handlers = new HandlerWriter(fields, routes);
        this.errors = new ErrorsWriter(controller, fields, names);
    }

    CodeBlock write() {
        List<CodeBlock> members = new ArrayList<>();
        members.add(CodeBlock.of("private final $T controller;\n$L", type(), CodeBlock.join(fields.fields(), "")));
        members.add(constructor());
        if (has(RouteModel.Endpoint.Http.class)) {
            members.add(dispatch("call", "HTTP", RouteModel.Endpoint.Http.class));
        }
        if (has(RouteModel.Endpoint.Socket.class)) {
            members.add(dispatch("connect", "socket", RouteModel.Endpoint.Socket.class));
        }
        for (int i = 0; i < methods.size(); i++) {
            members.add(handlers.write(routes.get(i), methods.get(i)));
        }
        if (!controller.errors().isEmpty()) {
            members.addAll(errors.methods());
        }
        return CodeBlock.of("""
                private static final class $N implements $T {
                    $L
                }
                """, NAME, Names.INVOKER, CodeBlock.join(members, "\n"));
    }

    private boolean has(Class<? extends RouteModel.Endpoint> kind) {
        return routes.stream().map(RouteModel::endpoint).anyMatch(kind::isInstance);
    }

    private ClassRef type() {
        return controller.type().name();
    }

    private CodeBlock constructor() {
        boolean isUnchecked = fields.converters().types().stream().anyMatch(SuppressedWarnings::uncheckedBind);
        return CodeBlock.of(
                """
                $L
                $N($T controller$L) {
                    this.controller = controller;
                    $L
                }
                """,
                ClassFrame.suppress(isUnchecked ? List.of("unchecked") : List.of()),
                NAME,
                type(),
                fields.isEmpty() ? "" : CodeBlock.of(", $T bindings", Names.BINDINGS),
                fields.assignments());
    }

    /** The method that calls one of the others by the index of its route. */
    private CodeBlock dispatch(String name, String kind, Class<? extends RouteModel.Endpoint> endpoint) {
        boolean isSocket = endpoint == RouteModel.Endpoint.Socket.class;
        CodeBlock.Builder cases = CodeBlock.builder();
        boolean checked = false;
        for (int i = 0; i < methods.size(); i++) {
            if (endpoint.isInstance(routes.get(i).endpoint())) {
                cases.add("case $L -> $N(context$L);\n", i, methods.get(i), isSocket ? ", handshake" : "");
                checked |= handlers.throwsChecked(routes.get(i));
            }
        }
        return CodeBlock.of(
                """
                @Override
                public $L $N(int route, $T context$L)$L {
                    return switch (route) {
                        $L
                        default -> throw new $T($S + route);
                    };
                }
                """,
                isSocket ? "boolean" : CodeBlock.of("$T", Names.RESULT),
                name,
                Names.CONTEXT,
                isSocket ? CodeBlock.of(", $T handshake", Names.HANDSHAKE) : "",
                ClassFrame.throwing(checked),
                cases.build(),
                IllegalArgumentException.class,
                "no " + kind + " route ");
    }
}
