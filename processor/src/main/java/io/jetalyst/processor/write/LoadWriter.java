package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ConverterModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.Scalar;
import io.jetalyst.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the expression that loads a value with a converter of the application. */
final class LoadWriter {
    private final ParamModel.Loaded loaded;
    private final ConverterFields fields;
    private final NameAllocator locals;
    private final boolean shares;

    /** @param shares whether another method may take the same value of the same request */
    LoadWriter(ParamModel.Loaded loaded, ConverterFields fields, NameAllocator locals, boolean shares) {
        this.loaded = loaded;
        this.fields = fields;
        this.locals = locals;
        this.shares = shares;
    }

    /** The last parameter of the converter's method. */
    ParamDecl key() {
        List<ParamDecl> params = loaded.by().method().params();
        return params.get(params.size() - 1);
    }

    /** The type of the variable that has the converted text, or the converted texts. */
    CodeBlock keyType() {
        TypeRef type = key().type();
        return switch (loaded.text().shape()) {
            case ONE -> CodeBlock.of("$T", type);
            case OPTIONAL -> CodeBlock.of("$T<$T>", Optional.class, TypeNames.boxed(type));
            default -> CodeBlock.of("$T<$T>", List.class, TypeNames.boxed(type));
        };
    }

    /**
     * {@code params.found(projectConverter.convert(projectId))}.
     *
     * @param arguments those before the text
     * @param key the variable that has the converted text
     * @param param the expression for the texts of the parameter
     */
    CodeBlock write(List<CodeBlock> arguments, String key, CodeBlock param) {
        boolean inPath = loaded.text().source() == Source.PATH;
        if (loaded.shape() == Shape.ONE) {
            CodeBlock value = call(arguments, key);
            if (!loaded.by().optional()) {
                return CodeBlock.of("params.present($L)", value);
            }
            return inPath ? CodeBlock.of("params.found($L)", value) : CodeBlock.of("$L.found($L)", param, value);
        }
        if (inPath) {
            return optional(arguments, key);
        }
        String each = locals.allocate(key().name());
        CodeBlock load = CodeBlock.of("$N, $N -> $L", key, each, optional(arguments, each));
        return switch (loaded.shape()) {
            case OPTIONAL -> CodeBlock.of("$L.foundOptional($L)", param, load);
            case SET -> CodeBlock.of("$L.foundSet($L)", param, load);
            case ARRAY -> array(param, load);
            default -> CodeBlock.of("$L.foundList($L)", param, load);
        };
    }

    private CodeBlock array(CodeBlock param, CodeBlock load) {
        TypeRef element = loaded.element();
        return element instanceof TypeRef.Primitive
                ? CodeBlock.of(
                        "$T.$Ls($L.foundList($L))",
                        Names.PRIMITIVE_ARRAYS,
                        Scalar.of(element).orElseThrow().method(),
                        param,
                        load)
                : CodeBlock.of("$L.foundList($L).toArray($T[]::new)", param, load, element);
    }

    private CodeBlock optional(List<CodeBlock> arguments, String key) {
        CodeBlock call = call(arguments, key);
        return loaded.by().optional() ? call : CodeBlock.of("$T.of($L)", Optional.class, call);
    }

    private CodeBlock call(List<CodeBlock> arguments, String key) {
        ConverterModel converter = loaded.by();
        List<CodeBlock> all = new ArrayList<>(arguments);
        all.add(CodeBlock.of("$N", key));
        CodeBlock values = all.stream().collect(CodeBlock.joining(", "));
        String field = fields.field(converter);
        CodeBlock call = CodeBlock.of("$N.convert($L)", field, values);
        if (shares) {
            call = CodeBlock.of("params.once(() -> $L, $N, $L)", call, field, values);
        }
        return converter.later() ? CodeBlock.of("params.await($L)", call) : call;
    }
}
