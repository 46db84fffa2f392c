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

    /** {@code Params.query(context, "page").or("1").toInt()}; a path variable is read by its index. */
    static CodeBlock write(ParamModel.Text text, PathTemplate path) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.$L(context, ", Names.PARAMS, text.source().binder());
        if (text.source() == Source.PATH) {
            code.add("$L, ", path.variables().indexOf(text.name()));
        }
        code.add("$S)", text.name());
        text.defaultValue().ifPresent(value -> code.add(".or($S)", value.text()));
        return code.add(".$L$L", text.optional() ? "optional" : "to", conversion(text.conversion()))
                .build();
    }

    private static CodeBlock conversion(Conversion conversion) {
        return conversion instanceof Conversion.Constant constant
                ? CodeBlock.of("Enum($T.class)", TypeNames.of(constant.type().name()))
                : CodeBlock.of("$L()", ((Scalar) conversion).suffix());
    }
}
