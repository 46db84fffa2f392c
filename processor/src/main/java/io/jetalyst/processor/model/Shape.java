package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The number of values that a parameter has, and what holds them. The runtime's {@code Param} has a method for each, but for arrays of primitives. */
public enum Shape {
    OPTIONAL("optional", "java.util.Optional"),
    LIST("list", "java.util.List", "java.util.Collection"),
    /** A list with an {@code Optional} for each text, also for an empty one. */
    ROWS("rows"),
    SET("set", "java.util.Set"),
    ARRAY("array"),
    ONE("to");

    private final String method;
    private final List<String> types;

    Shape(String method, String... types) {
        this.method = method;
        this.types = List.of(types);
    }

    /** The shape of a parameter of this type. */
    public static Shape of(TypeRef type) {
        if (type instanceof TypeRef.Array) {
            return ARRAY;
        }
        Shape shape = Arrays.stream(values())
                .filter(holder -> type instanceof TypeRef.Declared declared
                        && holder.types.contains(declared.name().qualifiedName()))
                .findFirst()
                .orElse(ONE);
        return shape == LIST && isOptional(argument(type)) ? ROWS : shape;
    }

    private static boolean isOptional(Optional<TypeRef> type) {
        return type.filter(inner -> inner instanceof TypeRef.Declared declared
                        && OPTIONAL.types.contains(declared.name().qualifiedName())
                        && !declared.raw())
                .isPresent();
    }

    private static Optional<TypeRef> argument(TypeRef type) {
        return ((TypeRef.Declared) type).arguments().stream().findFirst();
    }

    /** The type of one value; empty if the type does not say it. */
    public Optional<TypeRef> element(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return Optional.of(array.component());
        }
        return switch (this) {
            case ONE -> Optional.of(type);
            case ROWS -> argument(type).flatMap(Shape::argument);
            default -> argument(type);
        };
    }

    /** Whether the request may have several values, or none. */
    public boolean isSeveral() {
        return this == LIST || this == ROWS || this == SET || this == ARRAY;
    }

    /** The method of {@code Param}. */
    public String method() {
        return method;
    }
}
