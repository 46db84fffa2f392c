package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.ParamModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the part of a table that calls the methods which handle exceptions. Each class of exceptions is one entry of its list. */
final class ErrorsWriter {
    private final ControllerModel controller;
    private final TableFields fields;

    ErrorsWriter(ControllerModel controller, TableFields fields) {
        this.controller = controller;
        this.fields = fields;
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

    /** The method of the table that lists the exceptions. */
    static CodeBlock errorHandlers(ControllerModel controller) {
        CodeBlock entries = controller.errors().stream()
                .flatMap(error -> error.exceptions().stream().map(exception -> entry(controller, error, exception)))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.of("""
                @Override
                public $T<$T> errorHandlers() {
                    return $L;
                }
                """, List.class, Names.ERROR_HANDLER, RouteListWriter.list(entries));
    }

    /** The method that calls each handler by the indexes of its exceptions in the list. */
    CodeBlock recover() {
        CodeBlock.Builder cases = CodeBlock.builder();
        int index = 0;
        for (ErrorModel error : controller.errors()) {
            int next = index + error.exceptions().size();
            cases.add(handler(
                    error,
                    IntStream.range(index, next).mapToObj(String::valueOf).collect(Collectors.joining(", "))));
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

    private CodeBlock handler(ErrorModel error, String indexes) {
        CodeBlock arguments =
                error.params().stream().map(ErrorsWriter::argument).collect(CodeBlock.joining(", "));
        CodeBlock call = CodeBlock.of("controller.$N($L)", error.method().name(), arguments);
        ResultWriter result = new ResultWriter(fields.json(), fields.locals());
        return CaseWriter.write(
                indexes,
                result.statement(error.result(), call),
                result.value(error.result(), error.status(), error.produces(), call));
    }

    private static CodeBlock argument(ParamModel param) {
        if (param instanceof ParamModel.Given given) {
            return CodeBlock.of(given.role().expression());
        }
        TypeRef.Declared type = (TypeRef.Declared) param.declaration().type();
        return type.is("java.lang.Throwable") ? CodeBlock.of("failure") : CodeBlock.of("($T) failure", type);
    }
}
