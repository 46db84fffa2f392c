package io.jetalyst.processor.write;

import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.model.Verb;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the case that binds the parameters of one route and calls the controller. */
final class HandlerWriter {
    private final TableFields fields;
    /** The shapes of the paths that have a page and a WebSocket endpoint. */
    private final Set<String> shared;

    /** @param routes all of the controller */
    HandlerWriter(TableFields fields, List<RouteModel> routes) {
        this.fields = fields;
        this.shared = shapes(routes, HandlerWriter::isPage);
        shared.retainAll(shapes(routes, HandlerWriter::isSocket));
    }

    CodeBlock write(int index, RouteModel route) {
        NameAllocator locals = fields.locals();
        BindingWriter bindings = new BindingWriter(route, fields, locals, sharesValues(route));
        CodeBlock call = CodeBlock.of("controller.$N($L)", route.method().name(), bindings.arguments());
        if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
            ResultWriter result = new ResultWriter(fields.json(), locals);
            return CaseWriter.write(
                    String.valueOf(index),
                    CodeBlock.join(List.of(bindings.statements(), result.statement(http.result(), call)), ""),
                    result.value(http.result(), http.status(), route.declaredProduces(), call));
        }
        return CaseWriter.write(String.valueOf(index), bindings.statements(), call);
    }

    boolean throwsChecked(RouteModel route) {
        return !route.method().checkedExceptions().isEmpty()
                || route.parts().stream().anyMatch(param -> throwsChecked(param, sharesValues(route)));
    }

    private static boolean throwsChecked(ParamModel param, boolean shares) {
        if (param instanceof ParamModel.Submitted) {
            return param.parts().stream().anyMatch(ParamModel.Loaded.class::isInstance);
        }
        return param instanceof ParamModel.Loaded loaded
                && (shares || loaded.by().isThrowing() || loaded.shape() != Shape.ONE);
    }

    /** Whether a request may reach this method and another one: a WebSocket endpoint that declines, and then the page of its path. */
    private boolean sharesValues(RouteModel route) {
        return (isPage(route) || isSocket(route))
                && shared.contains(route.path().shape());
    }

    private static Set<String> shapes(List<RouteModel> routes, Predicate<RouteModel> wanted) {
        return routes.stream().filter(wanted).map(route -> route.path().shape()).collect(Collectors.toSet());
    }

    private static boolean isPage(RouteModel route) {
        return route.endpoint() instanceof RouteModel.Endpoint.Http http && http.verb() == Verb.GET;
    }

    private static boolean isSocket(RouteModel route) {
        return route.endpoint() instanceof RouteModel.Endpoint.Socket;
    }
}
