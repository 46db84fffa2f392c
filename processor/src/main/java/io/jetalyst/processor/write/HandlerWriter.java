package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Shape;
import javax.lang.model.element.Modifier;

/** Writes the method that binds the parameters of one route and calls the controller. */
final class HandlerWriter {
    private final TableFields fields;

    HandlerWriter(TableFields fields) {
        this.fields = fields;
    }

    MethodSpec write(RouteModel route, String name) {
        NameAllocator locals = fields.locals();
        CodeBlock.Builder body = CodeBlock.builder();
        BindingWriter bindings = new BindingWriter(route, fields, locals);
        CodeBlock call = CodeBlock.of("controller.$N($L)", route.method().name(), bindings.arguments());
        body.add(bindings.statements());
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).addParameter(Names.CONTEXT, "context");
        if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
            method.returns(Names.RESULT);
            body.add(new ResultWriter(fields.json(), locals)
                    .write(http.result(), http.status(), route.declaredProduces(), call));
        } else {
            method.returns(TypeName.BOOLEAN).addParameter(Names.HANDSHAKE, "handshake");
            body.addStatement("return $L", call);
        }
        if (throwsChecked(route)) {
            method.addException(Exception.class);
        }
        return method.addCode(body.build()).build();
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
