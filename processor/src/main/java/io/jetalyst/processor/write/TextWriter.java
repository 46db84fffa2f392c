package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Scalar;

/** Writes the expression that reads a text of the request and converts it. */
final class TextWriter {
    private TextWriter() {}

    /** {@code params.query("page").or("1").toInt()}; a path variable is read by its index. */
    static CodeBlock write(ParamModel.Text text, PathTemplate path) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("params.$L(", text.source().binder());
        if (text.source() == Source.PATH) {
            code.add("$L, ", path.variables().indexOf(text.name()));
        }
        code.add("$S)", text.name());
        text.defaultValue().ifPresent(value -> code.add(".or($S)", value.text()));
        return code.add(call(text)).build();
    }

    /** {@code .toInt()}, {@code .to(Converters::toUuid)}, {@code .optional(Converters::toInt)}. */
    private static CodeBlock call(ParamModel.Text text) {
        if (text.optional()) {
            return CodeBlock.of(".optional($L)", converter(text.conversion()));
        }
        return text.conversion() instanceof Scalar scalar && scalar.isBasic()
                ? CodeBlock.of(".$L()", scalar.method())
                : CodeBlock.of(".to($L)", converter(text.conversion()));
    }

    private static CodeBlock converter(Conversion conversion) {
        return conversion instanceof Conversion.Constant constant
                ? CodeBlock.of(
                        "$T.toEnum($T.class)",
                        Names.CONVERTERS,
                        TypeNames.of(constant.type().name()))
                : CodeBlock.of("$T::$L", Names.CONVERTERS, ((Scalar) conversion).method());
    }
}
