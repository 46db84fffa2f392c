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
    private final JsonFields fields;

    HandlerWriter(JsonFields fields) {
        this.fields = fields;
    }

    MethodSpec write(RouteModel route, String name) {
        NameAllocator locals = fields.locals();
        CodeBlock.Builder body = CodeBlock.builder();
        CodeBlock call = CodeBlock.of("controller.$N($L)", route.method().name(), arguments(route, locals, body));
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).addParameter(Names.CONTEXT, "context");
        if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
            method.returns(Names.RESULT);
            body.add(new ResultWriter(fields, locals).write(http.result(), http.status(), call));
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

    /** Adds a local variable for each parameter that is read from the request, and returns the arguments of the call. */
    private CodeBlock arguments(RouteModel route, NameAllocator locals, CodeBlock.Builder body) {
        boolean reads = !route.params().stream().allMatch(ParamModel.Given.class::isInstance);
        if (reads) {
            body.addStatement("$1T params = $1T.of(context)", Names.PARAMS);
        }
        List<CodeBlock> arguments = new ArrayList<>();
        for (ParamModel param : route.params()) {
            if (param instanceof ParamModel.Given given) {
                arguments.add(CodeBlock.of(given.role().expression()));
            } else {
                String local = locals.allocate(param.declaration().name());
                body.addStatement("$T $N = $L", TypeNames.of(param.declaration().type()), local, value(param, route));
                arguments.add(CodeBlock.of("$N", local));
            }
        }
        if (reads) {
            body.addStatement("params.check()");
        }
        return CodeBlock.join(arguments, ", ");
    }

    /** One writer for each kind of binding. */
    private CodeBlock value(ParamModel param, RouteModel route) {
        if (param instanceof ParamModel.Text text) {
            return TextWriter.write(text, route.path());
        }
        if (param instanceof ParamModel.Body body) {
            return BodyWriter.write(body, fields);
        }
        throw new IllegalArgumentException("checked code has no " + param);
    }
}
