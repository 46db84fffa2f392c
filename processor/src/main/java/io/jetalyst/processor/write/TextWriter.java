package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Scalar;
import io.jetalyst.processor.model.Shape;

/** Writes the expression that reads a text of the request and converts it. */
final class TextWriter {
    private final String params;
    private final ConverterFields fields;
    private final NameAllocator locals;

    /** @param params the variable that has the parameters of the request */
    TextWriter(String params, ConverterFields fields, NameAllocator locals) {
        this.params = params;
        this.fields = fields;
        this.locals = locals;
    }

    /** {@code params.query("page").or("1").toInt()}; a path variable is read by its index. */
    CodeBlock write(ParamModel.Text text, PathTemplate path) {
        boolean primitives = text.shape() == Shape.ARRAY && text.element() instanceof TypeRef.Primitive;
        CodeBlock converted = CodeBlock.of("$L$L", param(text, path), primitives ? list(text) : call(text));
        return primitives
                ? CodeBlock.of(
                        "$T.$Ls($L)",
                        Names.PRIMITIVE_ARRAYS,
                        Scalar.of(text.element()).orElseThrow().method(),
                        converted)
                : converted;
    }

    /** {@code params.query("page").or("1")}. */
    CodeBlock param(ParamModel.Text text, PathTemplate path) {
        boolean several = text.shape().isSeveral();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$N.$L(",
                        params,
                        several ? text.source().listBinder() : text.source().binder());
        if (text.source() == Source.PATH) {
            code.add("$L, ", path.variables().indexOf(text.name()));
        }
        code.add("$S)", text.name());
        if (!text.defaultValues().isEmpty()) {
            code.add(
                    ".or($L)",
                    text.defaultValues().stream()
                            .map(value -> CodeBlock.of("$S", value.text()))
                            .collect(CodeBlock.joining(", ")));
        }
        return code.build();
    }

    private CodeBlock list(ParamModel.Text text) {
        return CodeBlock.of(".list($L)", converter(text.conversion()));
    }

    /** {@code .toInt()}, {@code .to(Converters.UUID)}, {@code .optional(Converters.INT)}. */
    private CodeBlock call(ParamModel.Text text) {
        if (isCheckbox(text)) {
            return CodeBlock.of(".isChecked()");
        }
        if (text.shape() == Shape.ONE && text.conversion() instanceof Scalar scalar && scalar.isBasic()) {
            return CodeBlock.of(".$L()", scalar.method());
        }
        return text.shape() == Shape.ARRAY
                ? CodeBlock.of(".array($L, $T[]::new)", converter(text.conversion()), text.element())
                : CodeBlock.of(".$L($L)", text.shape().method(), converter(text.conversion()));
    }

    /** Browsers send nothing for a checkbox that is not checked, so a missing one has a value. */
    private static boolean isCheckbox(ParamModel.Text text) {
        return text.isFormField()
                && text.shape() == Shape.ONE
                && text.conversion() == Scalar.BOOLEAN
                && text.defaultValues().isEmpty();
    }

    private CodeBlock converter(Conversion conversion) {
        if (conversion instanceof Conversion.Constant constant) {
            return CodeBlock.of(
                    "$T.toEnum($T.class)", Names.CONVERTERS, constant.type().name());
        }
        if (conversion instanceof Conversion.Factory factory) {
            return CodeBlock.of(
                    "$T::$L", factory.type().name(), factory.method().name());
        }
        if (conversion instanceof Conversion.Custom custom) {
            return custom(custom);
        }
        Scalar scalar = (Scalar) conversion;
        return CodeBlock.of("$T.$L", scalar.isTime() ? Names.TIME_CONVERTERS : Names.CONVERTERS, scalar.name());
    }

    /** {@code colorConverter::convert}, {@code text -> roomConverter.convert(Converters.toLong(text))}. */
    private CodeBlock custom(Conversion.Custom custom) {
        String field = fields.field(custom.converter());
        if (custom.text() == Scalar.TEXT) {
            return CodeBlock.of("$N::convert", field);
        }
        String text = locals.allocate("text");
        return CodeBlock.of("$N -> $N.convert($L)", text, field, converted(custom.text(), text));
    }

    private static CodeBlock converted(Conversion conversion, String text) {
        if (conversion instanceof Conversion.Constant constant) {
            return CodeBlock.of(
                    "$T.toEnum($T.class).convert($N)",
                    Names.CONVERTERS,
                    constant.type().name(),
                    text);
        }
        if (conversion instanceof Conversion.Factory factory) {
            return CodeBlock.of(
                    "$T.$L($N)", factory.type().name(), factory.method().name(), text);
        }
        Scalar scalar = (Scalar) conversion;
        return CodeBlock.of(
                "$T.$L($N)", scalar.isTime() ? Names.TIME_CONVERTERS : Names.CONVERTERS, scalar.method(), text);
    }
}
