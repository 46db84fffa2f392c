package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Map;

/** The names of types where Java does not take a type as it is. */
final class TypeNames {
    private static final Map<String, Class<?>> BOXES = Map.of(
            "boolean", Boolean.class,
            "byte", Byte.class,
            "char", Character.class,
            "double", Double.class,
            "float", Float.class,
            "int", Integer.class,
            "long", Long.class,
            "short", Short.class);

    private TypeNames() {}

    /** The type as a type argument: {@code Integer} for {@code int}. */
    static CodeBlock boxed(TypeRef type) {
        return CodeBlock.of("$T", type instanceof TypeRef.Primitive primitive ? BOXES.get(primitive.text()) : type);
    }

    /** An expression for the type while the application runs: {@code Room.class}, {@code Types.of(List.class, Room.class)}. */
    static CodeBlock token(TypeRef type) {
        if (!(type instanceof TypeRef.Declared declared) || declared.arguments().isEmpty()) {
            return CodeBlock.of("$T.class", boxed(type));
        }
        CodeBlock.Builder arguments = CodeBlock.builder();
        declared.arguments().forEach(argument -> arguments.add(", $L", token(argument)));
        return CodeBlock.of("$T.of($T.class$L)", Names.TYPES, declared.name(), arguments.build());
    }
}
