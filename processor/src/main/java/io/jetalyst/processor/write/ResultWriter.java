package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.jetalyst.processor.model.ResultModel;

/** Writes what is made of a method's result. */
final class ResultWriter {
    private final Writers writers;
    private final NameAllocator locals;

    ResultWriter(Writers writers, NameAllocator locals) {
        this.writers = writers;
        this.locals = locals;
    }

    /** The statements that call the method and return what it comes to. */
    CodeBlock write(ResultModel result, CodeBlock call) {
        if (result == ResultModel.Plain.NOTHING) {
            return CodeBlock.builder()
                    .addStatement(call)
                    .addStatement("return $T.none()", Names.RESULTS)
                    .build();
        }
        return CodeBlock.builder().addStatement("return $L", of(result, call)).build();
    }

    private CodeBlock of(ResultModel result, CodeBlock value) {
        if (result instanceof ResultModel.Json json) {
            return CodeBlock.of("$T.json($N, $L)", Names.RESULTS, writers.name(json.type()), value);
        }
        if (result instanceof ResultModel.Maybe maybe) {
            return CodeBlock.of("$T.optional($L, $L)", Names.RESULTS, value, function(maybe.value(), "found"));
        }
        if (result instanceof ResultModel.Later later) {
            return CodeBlock.of("$T.later($L, $L)", Names.RESULTS, value, function(later.value(), "value"));
        }
        return result == ResultModel.Plain.JTE_MODEL
                ? CodeBlock.of("$T.view($T.view($L))", Names.RESULTS, Names.JTE_VIEWS, value)
                : CodeBlock.of("$T.$L($L)", Names.RESULTS, method((ResultModel.Plain) result), value);
    }

    private CodeBlock function(ResultModel result, String name) {
        if (result instanceof ResultModel.Plain plain && plain != ResultModel.Plain.JTE_MODEL) {
            return CodeBlock.of("$T::$L", Names.RESULTS, method(plain));
        }
        String value = locals.allocate(name);
        return CodeBlock.of("$N -> $L", value, of(result, CodeBlock.of("$N", value)));
    }

    private static String method(ResultModel.Plain result) {
        return switch (result) {
            case NULL -> "none";
            case TEXT -> "text";
            case RESPONSE -> "response";
            case VIEW -> "view";
            case NOTHING, JTE_MODEL, UNUSABLE -> throw new IllegalArgumentException("no expression: " + result);
        };
    }
}
