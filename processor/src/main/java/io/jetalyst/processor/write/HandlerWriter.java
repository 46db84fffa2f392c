package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the method that binds the parameters of one route and calls the controller. */
final class HandlerWriter {
    private final Writers writers;

    HandlerWriter(Writers writers) {
        this.writers = writers;
    }

    MethodSpec write(RouteModel route, String name) {
        FreeNames locals = writers.locals();
        CodeBlock.Builder body = CodeBlock.builder();
        CodeBlock call = CodeBlock.of("controller.$N($L)", route.method().name(), arguments(route, locals, body));
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).addParameter(Names.CONTEXT, "context");
        if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
            method.returns(Names.RESULT);
            body.add(new ResultWriter(writers, locals).write(http.result(), call));
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
        return !route.method().checkedExceptions().isEmpty();
    }

    /** Adds a local variable for each value of the request, and returns the arguments of the call. */
    private static CodeBlock arguments(RouteModel route, FreeNames locals, CodeBlock.Builder body) {
        List<String> names = new ArrayList<>();
        for (ParamModel param : route.params()) {
            names.add(
                    param instanceof ParamModel.Value
                            ? locals.fresh(param.declaration().name())
                            : "");
        }
        ParamWriter writer = new ParamWriter(locals);
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ParamModel param = route.params().get(i);
            if (param instanceof ParamModel.Value value) {
                TypeName type = TypeNames.of(param.declaration().type());
                body.addStatement("$T $N = $L", type, names.get(i), writer.value(value));
                arguments.add(CodeBlock.of("$N", names.get(i)));
            } else {
                arguments.add(ParamWriter.framework((ParamModel.Framework) param));
            }
        }
        return CodeBlock.join(arguments, ", ");
    }
}
