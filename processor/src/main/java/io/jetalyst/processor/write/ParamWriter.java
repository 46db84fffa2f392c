package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.Scalar;
import io.jetalyst.processor.model.Source;

/** Writes how a parameter gets its value. */
final class ParamWriter {
    private final FreeNames locals;

    ParamWriter(FreeNames locals) {
        this.locals = locals;
    }

    /** The expression that reads and converts a value of the request. */
    CodeBlock value(ParamModel.Value param) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.$L(context, $S)", Names.PARAMS, source(param.source()), param.name());
        param.defaultValue().ifPresent(text -> code.add(".or($S)", text.text()));
        return param.optional()
                ? code.add(".optional($L)", function(param.conversion())).build()
                : code.add(".$L", call(param.conversion())).build();
    }

    private static String source(Source source) {
        return switch (source) {
            case PATH -> "path";
            case QUERY -> "query";
        };
    }

    private CodeBlock function(Conversion conversion) {
        if (conversion instanceof Scalar scalar) {
            return CodeBlock.of("$T::$L", Names.PARAM, scalar.method());
        }
        String param = locals.fresh("param");
        return CodeBlock.of("$N -> $N.$L", param, param, call(conversion));
    }

    private static CodeBlock call(Conversion conversion) {
        if (conversion instanceof Conversion.Constant constant) {
            return CodeBlock.of("toEnum($T.class)", TypeNames.of(constant.type().name()));
        }
        return CodeBlock.of("$L()", ((Scalar) conversion).method());
    }

    /** The argument for something of the framework. */
    static CodeBlock framework(ParamModel.Framework param) {
        return switch (param.role()) {
            case REQUEST -> CodeBlock.of("context.request()");
            case CONTEXT -> CodeBlock.of("context");
            case HANDSHAKE -> CodeBlock.of("handshake");
        };
    }
}
