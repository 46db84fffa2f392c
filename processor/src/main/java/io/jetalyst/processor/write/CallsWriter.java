package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the class that holds the controller and calls its methods by the index of their route. */
final class CallsWriter {
    static final String NAME = "Calls";

    /** The most routes of one switch: the JIT compiler compiles no method of more than 8,000 bytes. */
    private static final int MAX_CASES = 32;

    private final ControllerModel controller;
    private final List<RouteModel> routes;
    private final TableFields fields;
    private final HandlerWriter handlers;

    CallsWriter(ControllerModel controller, TableFields fields) {
        this.controller = controller;
        this.routes = controller.table();
        this.fields = fields;
        this.handlers = new HandlerWriter(fields, routes);
    }

    CodeBlock write() {
        List<CodeBlock> members = new ArrayList<>();
        members.add(CodeBlock.of("private final $T controller;\n$L", type(), CodeBlock.join(fields.fields(), "")));
        members.add(constructor());
        members.addAll(dispatch("call", "HTTP", RouteModel.Endpoint.Http.class));
        members.addAll(dispatch("connect", "socket", RouteModel.Endpoint.Socket.class));
        if (!controller.errors().isEmpty()) {
            members.add(new ErrorsWriter(controller, fields).recover());
        }
        return CodeBlock.of("""
                private static final class $N implements $T {
                    $L
                }
                """, NAME, Names.INVOKER, CodeBlock.join(members, "\n"));
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

    /** The methods that call the controller by the index of a route: one, and more if there are many routes. */
    private List<CodeBlock> dispatch(String name, String kind, Class<? extends RouteModel.Endpoint> endpoint) {
        List<Integer> indexes = IntStream.range(0, routes.size())
                .filter(index -> endpoint.isInstance(routes.get(index).endpoint()))
                .boxed()
                .toList();
        boolean isThrowing = indexes.stream().map(routes::get).anyMatch(handlers::throwsChecked);
        boolean isSocket = endpoint == RouteModel.Endpoint.Socket.class;
        List<CodeBlock> methods = new ArrayList<>();
        for (int start = 0; start < indexes.size(); start += MAX_CASES) {
            int end = Math.min(start + MAX_CASES, indexes.size());
            CodeBlock others = end == indexes.size()
                    ? CodeBlock.of("throw new $T($S + route)", IllegalArgumentException.class, "no " + kind + " route ")
                    : CodeBlock.of(
                            "$N($L)",
                            next(name, indexes.get(end)),
                            isSocket ? "route, context, handshake" : "route, context");
            methods.add(CodeBlock.of(
                    """
                    $L
                    $L $L $N(int route, $T context$L)$L {
                        $L
                        return switch (route) {
                            $L
                            default -> $L;
                        };
                    }
                    """,
                    start == 0 ? CodeBlock.of("@Override\n") : CodeBlock.of(""),
                    start == 0 ? "public" : "private",
                    isSocket ? "boolean" : CodeBlock.of("$T", Names.RESULT),
                    start == 0 ? name : next(name, indexes.get(start)),
                    Names.CONTEXT,
                    isSocket ? CodeBlock.of(", $T handshake", Names.HANDSHAKE) : "",
                    ClassFrame.throwing(isThrowing),
                    params(indexes.subList(start, end)),
                    cases(indexes.subList(start, end)),
                    others));
        }
        return methods;
    }

    /** The name of the method that has the cases from this one. */
    private static String next(String name, int index) {
        return name + "From" + index;
    }

    private CodeBlock params(List<Integer> indexes) {
        return indexes.stream().map(routes::get).anyMatch(BindingWriter::binds)
                ? CodeBlock.of("$1T $2N = $1T.of(context);\n", Names.PARAMS, BindingWriter.PARAMS)
                : CodeBlock.of("");
    }

    private CodeBlock cases(List<Integer> indexes) {
        return indexes.stream()
                .map(index -> handlers.write(index, routes.get(index)))
                .collect(CodeBlock.joining(""));
    }
}
