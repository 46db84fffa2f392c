package io.jetalyst.processor.write;

import io.jetalyst.processor.model.ResultKind;
import io.jetalyst.processor.model.ResultModel;
import java.util.List;
import java.util.Optional;

/** Writes the way from a method's result to a response. */
final class ResultWriter {
    private final JsonFields fields;
    private final NameAllocator locals;

    ResultWriter(JsonFields fields, NameAllocator locals) {
        this.fields = fields;
        this.locals = locals;
    }

    /** The statement that calls a method without a result; nothing if the call is part of the value. */
    CodeBlock statement(ResultModel result, CodeBlock call) {
        return isNothing(result) ? CodeBlock.builder().addStatement(call).build() : CodeBlock.of("");
    }

    /**
     * The expression for the response.
     *
     * @param status the status of the response; empty for the one that the result has
     * @param mediaTypes those that the method declares; none for those that the result has
     */
    CodeBlock value(ResultModel result, Optional<Integer> status, List<String> mediaTypes, CodeBlock call) {
        return isNothing(result)
                ? of(status, CodeBlock.of("$T.$L()", Names.RESULTS, ResultKind.NOTHING.method()))
                : of(status, produced(result, mediaTypes, of(result, mediaTypes, call)));
    }

    private static boolean isNothing(ResultModel result) {
        return result instanceof ResultModel.Leaf leaf && leaf.kind() == ResultKind.NOTHING;
    }

    private static CodeBlock of(Optional<Integer> status, CodeBlock response) {
        return status.map(code -> CodeBlock.of("$T.status($L, $L)", Names.RESULTS, code, response))
                .orElse(response);
    }

    /** A {@code Response} and events have a media type of their own, and elements a form that depends on it. */
    private static CodeBlock produced(ResultModel result, List<String> mediaTypes, CodeBlock response) {
        ResultModel content = result.content();
        boolean own = content instanceof ResultModel.Sequence
                || content instanceof ResultModel.Leaf leaf && leaf.kind() == ResultKind.RESPONSE;
        return own || mediaTypes.isEmpty()
                ? response
                : CodeBlock.of("$T.produced(context, $L$L)", Names.RESULTS, response, arguments(mediaTypes));
    }

    private static CodeBlock arguments(List<String> mediaTypes) {
        return mediaTypes.stream().map(type -> CodeBlock.of(", $S", type)).collect(CodeBlock.joining(""));
    }

    private CodeBlock of(ResultModel result, List<String> mediaTypes, CodeBlock value) {
        if (result instanceof ResultModel.Json json) {
            return CodeBlock.of("$T.json($N, $L)", Names.RESULTS, fields.writer(json.type()), value);
        }
        if (result instanceof ResultModel.Wrapper wrapper) {
            if (wrapper.value() instanceof ResultModel.Json json) {
                return CodeBlock.of(
                        "$T.$LJson($N, $L)", Names.RESULTS, wrapper.kind().method(), fields.writer(json.type()), value);
            }
            return CodeBlock.of(
                    "$T.$L($L, $L)", Names.RESULTS, wrapper.kind().method(), value, function(wrapper, mediaTypes));
        }
        if (result instanceof ResultModel.Sequence sequence) {
            return CodeBlock.of(
                    "$T.$L($L$L, $L$L)",
                    Names.RESULTS,
                    sequence.kind().method(),
                    sequence.kind().dependsOnRequest() ? "context, " : "",
                    writer(sequence.element()),
                    value,
                    sequence.kind().isNegotiated() ? arguments(mediaTypes) : "");
        }
        ResultKind kind = ((ResultModel.Leaf) result).kind();
        CodeBlock given = kind == ResultKind.JTE_MODEL ? CodeBlock.of("$T.view($L)", Names.JTE_VIEWS, value) : value;
        return CodeBlock.of("$T.$L($L)", Names.RESULTS, kind.method(), given);
    }

    /** The writer of an element. */
    private CodeBlock writer(ResultModel element) {
        return element instanceof ResultModel.Json json
                ? CodeBlock.of("$N", fields.writer(json.type()))
                : CodeBlock.of("$T::utf8", Names.RESULTS);
    }

    /** A function from the value in a wrapper to a response. */
    private CodeBlock function(ResultModel.Wrapper wrapper, List<String> mediaTypes) {
        if (wrapper.value() instanceof ResultModel.Leaf leaf && leaf.kind() != ResultKind.JTE_MODEL) {
            return CodeBlock.of("$T::$L", Names.RESULTS, leaf.kind().method());
        }
        String value = locals.allocate(wrapper.kind().element());
        return CodeBlock.of("$N -> $L", value, of(wrapper.value(), mediaTypes, CodeBlock.of("$N", value)));
    }
}
