package io.jetalyst.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeRef;
import java.util.List;
import java.util.Map;

/** Types as JavaPoet names them. */
final class TypeNames {
    private static final Map<String, TypeName> PRIMITIVES = Map.of(
            "boolean", TypeName.BOOLEAN,
            "byte", TypeName.BYTE,
            "char", TypeName.CHAR,
            "double", TypeName.DOUBLE,
            "float", TypeName.FLOAT,
            "int", TypeName.INT,
            "long", TypeName.LONG,
            "short", TypeName.SHORT);

    private TypeNames() {}

    static ClassName of(ClassRef name) {
        List<String> names = name.simpleNames();
        return ClassName.get(
                name.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    static TypeName of(TypeRef type) {
        if (type instanceof TypeRef.Primitive primitive) {
            return PRIMITIVES.get(primitive.text());
        }
        if (type instanceof TypeRef.Array array) {
            return ArrayTypeName.of(of(array.component()));
        }
        if (type instanceof TypeRef.Declared declared) {
            TypeName[] arguments =
                    declared.arguments().stream().map(TypeNames::of).toArray(TypeName[]::new);
            return arguments.length == 0
                    ? of(declared.name())
                    : ParameterizedTypeName.get(of(declared.name()), arguments);
        }
        throw new IllegalArgumentException("checked code names no " + type);
    }

    /** An expression for the type while the application runs: {@code Room.class}, {@code Types.of(List.class, Room.class)}. */
    static CodeBlock token(TypeRef type) {
        if (!(type instanceof TypeRef.Declared declared) || declared.arguments().isEmpty()) {
            return CodeBlock.of("$T.class", of(type).box());
        }
        CodeBlock.Builder arguments = CodeBlock.builder();
        declared.arguments().forEach(argument -> arguments.add(", $L", token(argument)));
        return CodeBlock.of("$T.of($T.class$L)", Names.TYPES, of(declared.name()), arguments.build());
    }
}
