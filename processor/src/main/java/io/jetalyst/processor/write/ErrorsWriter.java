package io.jetalyst.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.ParamModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes the part of a table that calls the methods which handle exceptions. Each class of exceptions is one entry of its list. */
final class ErrorsWriter {
    private static final String LIST = "ERRORS";

    private final ControllerModel controller;
    private final TableFields fields;
    private final List<String> names;

    ErrorsWriter(ControllerModel controller, TableFields fields, NameAllocator names) {
        this.controller = controller;
        this.fields = fields;
        this.names = controller.errors().stream()
                .map(error -> names.allocate(error.method().name()))
                .toList();
    }

    /** The constant that lists the exceptions. */
    static FieldSpec list(ControllerModel controller) {
        CodeBlock entries = controller.errors().stream()
                .flatMap(error -> error.exceptions().stream().map(exception -> entry(controller, error, exception)))
                .collect(CodeBlock.joining(",\n"));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(List.class), Names.ERROR_HANDLER),
                        LIST,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.of(\n$>$>$L$<$<)", List.class, entries)
                .build();
    }

    private static CodeBlock entry(ControllerModel controller, ErrorModel error, TypeRef.Declared exception) {
        return CodeBlock.of(
                "$T.of($T.class, $S)$L$L",
                Names.ERROR_HANDLER,
                TypeNames.of(exception.name()),
                controller.handler(error.method()),
                controller.isGlobal() ? ".global()" : "",
                error.isNonBlocking() ? ".nonBlocking()" : "");
    }

    /** The method of the table that returns the list. */
    static MethodSpec errorHandlers() {
        return RoutesWriter.method(
                        "errorHandlers", ParameterizedTypeName.get(ClassName.get(List.class), Names.ERROR_HANDLER))
                .addStatement("return $L", LIST)
                .build();
    }

    /** The method that calls each of the others by the index of its entry, and the others. */
    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(recover());
        for (int i = 0; i < names.size(); i++) {
            methods.add(handler(controller.errors().get(i), names.get(i)));
        }
        return methods;
    }

    private MethodSpec recover() {
        MethodSpec.Builder method = RoutesWriter.method("recover", Names.RESULT)
                .addParameter(int.class, "handler")
                .addParameter(Throwable.class, "failure")
                .addParameter(Names.CONTEXT, "context");
        List<CodeBlock> cases = new ArrayList<>();
        int index = 0;
        for (int i = 0; i < names.size(); i++) {
            int next = index + controller.errors().get(i).exceptions().size();
            String indexes =
                    IntStream.range(index, next).mapToObj(String::valueOf).collect(Collectors.joining(", "));
            cases.add(CodeBlock.of("case $L -> $N(failure, context);\n", indexes, names.get(i)));
            index = next;
        }
        if (controller.errors().stream().anyMatch(ErrorsWriter::throwsChecked)) {
            method.addException(Exception.class);
        }
        return method.addCode(
                        "return switch (handler) {\n$>$Ldefault -> throw new $T($S + handler);\n$<};\n",
                        CodeBlock.join(cases, ""),
                        IllegalArgumentException.class,
                        "no error handler ")
                .build();
    }

    private static boolean throwsChecked(ErrorModel error) {
        return !error.method().checkedExceptions().isEmpty();
    }

    private MethodSpec handler(ErrorModel error, String name) {
        CodeBlock arguments =
                error.params().stream().map(ErrorsWriter::argument).collect(CodeBlock.joining(", "));
        CodeBlock call = CodeBlock.of("controller.$N($L)", error.method().name(), arguments);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .returns(Names.RESULT)
                .addParameter(Throwable.class, "failure")
                .addParameter(Names.CONTEXT, "context")
                .addCode(new ResultWriter(fields.json(), fields.locals())
                        .write(error.result(), error.status(), List.of(), call));
        if (throwsChecked(error)) {
            method.addException(Exception.class);
        }
        return method.build();
    }

    private static CodeBlock argument(ParamModel param) {
        if (param instanceof ParamModel.Given given) {
            return CodeBlock.of(given.role().expression());
        }
        TypeRef.Declared type = (TypeRef.Declared) param.declaration().type();
        return type.is("java.lang.Throwable")
                ? CodeBlock.of("failure")
                : CodeBlock.of("($T) failure", TypeNames.of(type));
    }
}
