package io.jetalyst.processor.write;

import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Shape;

/** Writes the method that binds the parameters of one route and calls the controller. */
final class HandlerWriter {
    private final TableFields fields;

    HandlerWriter(TableFields fields) {
        this.fields = fields;
    }

    CodeBlock write(RouteModel route, String name) {
        NameAllocator locals = fields.locals();
        BindingWriter bindings = new BindingWriter(route, fields, locals);
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

    static boolean throwsChecked(RouteModel route) {
        return !route.method().checkedExceptions().isEmpty()
                || route.parts().stream().anyMatch(HandlerWriter::throwsChecked);
    }

    private static boolean throwsChecked(ParamModel param) {
        if (param instanceof ParamModel.Submitted) {
            return param.parts().anyMatch(ParamModel.Loaded.class::isInstance);
        }
        return param instanceof ParamModel.Loaded loaded && (loaded.by().isThrowing() || loaded.shape() != Shape.ONE);
    }
}
