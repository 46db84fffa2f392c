package io.jetalyst.processor.write;

import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.model.Verb;
import java.util.List;

/** Writes the method that binds the parameters of one route and calls the controller. */
final class HandlerWriter {
    private final TableFields fields;
    private final List<RouteModel> routes;

    /** @param routes all of the controller */
    HandlerWriter(TableFields fields, List<RouteModel> routes) {
        this.fields = fields;
        this.routes = routes;
    }

    CodeBlock write(RouteModel route, String name) {
        NameAllocator locals = fields.locals();
        BindingWriter bindings = new BindingWriter(route, fields, locals, sharesValues(route));
        CodeBlock call = CodeBlock.of("controller.$N($L)", route.method().name(), bindings.arguments());
        CodeBlock throwing = ClassFrame.throwing(throwsChecked(route));
        if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
            return CodeBlock.of(
                    """
                    private $T $N($T context)$L {
                        $L
                        $L
                    }
                    """,
                    Names.RESULT,
                    name,
                    Names.CONTEXT,
                    throwing,
                    bindings.statements(),
                    new ResultWriter(fields.json(), locals)
                            .write(http.result(), http.status(), route.declaredProduces(), call));
        }
        return CodeBlock.of("""
                private boolean $N($T context, $T handshake)$L {
                    $L
                    return $L;
                }
                """, name, Names.CONTEXT, Names.HANDSHAKE, throwing, bindings.statements(), call);
    }

    boolean throwsChecked(RouteModel route) {
        return !route.method().checkedExceptions().isEmpty()
                || route.parts().stream().anyMatch(param -> throwsChecked(param, sharesValues(route)));
    }

    private static boolean throwsChecked(ParamModel param, boolean shares) {
        if (param instanceof ParamModel.Submitted) {
            return param.parts().anyMatch(ParamModel.Loaded.class::isInstance);
        }
        return param instanceof ParamModel.Loaded loaded
                && (shares || loaded.by().isThrowing() || loaded.shape() != Shape.ONE);
    }

    /** Whether a request may reach this method and another one: a WebSocket endpoint that declines, and then the page of its path. */
    private boolean sharesValues(RouteModel route) {
        return routes.stream()
                .anyMatch(other -> other.path().shape().equals(route.path().shape())
                        && (isPage(route) && isSocket(other) || isSocket(route) && isPage(other)));
    }

    private static boolean isPage(RouteModel route) {
        return route.endpoint() instanceof RouteModel.Endpoint.Http http && http.verb() == Verb.GET;
    }

    private static boolean isSocket(RouteModel route) {
        return route.endpoint() instanceof RouteModel.Endpoint.Socket;
    }
}
