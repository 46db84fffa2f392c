package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.ParamModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the part of a table that calls the methods which handle exceptions. Each class of exceptions is one entry of its list. */
final class ErrorsWriter {
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
    static CodeBlock list(ControllerModel controller) {
        CodeBlock entries = controller.errors().stream()
                .flatMap(error -> error.exceptions().stream().map(exception -> entry(controller, error, exception)))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.of("""
                private static final $1T<$2T> ERRORS = $1T.of(
                        $3L);
                """, List.class, Names.ERROR_HANDLER, entries);
    }

    private static CodeBlock entry(ControllerModel controller, ErrorModel error, TypeRef.Declared exception) {
        return CodeBlock.of(
                "$T.of($T.class, $S)$L$L",
                Names.ERROR_HANDLER,
                exception.name(),
                controller.handler(error.method()),
                controller.isGlobal() ? ".global()" : "",
                error.isNonBlocking() ? ".nonBlocking()" : "");
    }

    /** The method of the table that returns the list. */
    static CodeBlock errorHandlers() {
        return CodeBlock.of("""
                @Override
                public $T<$T> errorHandlers() {
                    return ERRORS;
                }
                """, List.class, Names.ERROR_HANDLER);
    }

    /** The method that calls each of the others by the index of its entry, and the others. */
    List<CodeBlock> methods() {
        List<CodeBlock> methods = new ArrayList<>();
        methods.add(recover());
        for (int i = 0; i < names.size(); i++) {
            methods.add(handler(controller.errors().get(i), names.get(i)));
        }
        return methods;
    }

    private CodeBlock recover() {
        CodeBlock.Builder cases = CodeBlock.builder();
        int index = 0;
        for (int i = 0; i < names.size(); i++) {
            int next = index + controller.errors().get(i).exceptions().size();
            String indexes =
                    IntStream.range(index, next).mapToObj(String::valueOf).collect(Collectors.joining(", "));
            cases.add("case $L -> $N(failure, context);\n", indexes, names.get(i));
            index = next;
        }
        return CodeBlock.of(
                """
                @Override
                public $T recover(int handler, $T failure, $T context)$L {
                    return switch (handler) {
                        $L
                        default -> throw new $T($S + handler);
                    };
                }
                """,
                Names.RESULT,
                Throwable.class,
                Names.CONTEXT,
                ClassFrame.throwing(controller.errors().stream().anyMatch(ErrorsWriter::throwsChecked)),
                cases.build(),
                IllegalArgumentException.class,
                "no error handler ");
    }

    private static boolean throwsChecked(ErrorModel error) {
        return !error.method().checkedExceptions().isEmpty();
    }

    private CodeBlock handler(ErrorModel error, String name) {
        CodeBlock arguments =
                error.params().stream().map(ErrorsWriter::argument).collect(CodeBlock.joining(", "));
        CodeBlock call = CodeBlock.of("controller.$N($L)", error.method().name(), arguments);
        return CodeBlock.of(
                """
                private $T $N($T failure, $T context)$L {
                    $L
                }
                """,
                Names.RESULT,
                name,
                Throwable.class,
                Names.CONTEXT,
                ClassFrame.throwing(throwsChecked(error)),
                new ResultWriter(fields.json(), fields.locals())
                        .write(error.result(), error.status(), error.produces(), call));
    }

    private static CodeBlock argument(ParamModel param) {
        if (param instanceof ParamModel.Given given) {
            return CodeBlock.of(given.role().expression());
        }
        TypeRef.Declared type = (TypeRef.Declared) param.declaration().type();
        return type.is("java.lang.Throwable") ? CodeBlock.of("failure") : CodeBlock.of("($T) failure", type);
    }
}
