package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Optional;

/** Conditions that a type must meet so that a codec can read and write it. */
public final class JsonType {
    private JsonType() {}

    /** Whether the type is known in full: no raw type, no wildcard, no type variable. */
    public static boolean isConcrete(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            return !declared.raw() && declared.arguments().stream().allMatch(JsonType::isConcrete);
        }
        if (type instanceof TypeRef.Array array) {
            TypeRef component = array.component();
            boolean generic = component instanceof TypeRef.Declared declared
                    && !declared.arguments().isEmpty();
            return !generic && isConcrete(component);
        }
        return type instanceof TypeRef.Primitive;
    }

    /** The first class in the type that a class of this package cannot name. */
    public static Optional<TypeRef.Declared> hidden(TypeRef type, String packageName) {
        if (type instanceof TypeRef.Declared declared) {
            return declared.visibleIn(packageName)
                    ? declared.arguments().stream()
                            .flatMap(argument -> hidden(argument, packageName).stream())
                            .findFirst()
                    : Optional.of(declared);
        }
        return type instanceof TypeRef.Array array ? hidden(array.component(), packageName) : Optional.empty();
    }
}
