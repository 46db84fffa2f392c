package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Map;
import java.util.Optional;

/** The number of values that a parameter has, and what holds them. The runtime's {@code Param} has a method for each, but for arrays of primitives. */
public enum Shape {
    OPTIONAL("optional"),
    LIST("list"),
    /** A list with an {@code Optional} for each text, also for an empty one. */
    ROWS("rows"),
    SET("set"),
    ARRAY("array"),
    ONE("to");

    private static final Map<String, Shape> BY_TYPE = Map.of(
            "java.util.Optional", OPTIONAL,
            "java.util.List", LIST,
            "java.util.Collection", LIST,
            "java.util.Set", SET);

    private final String method;

    Shape(String method) {
        this.method = method;
    }

    /** The shape of a parameter of this type. */
    public static Shape of(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            Shape shape = BY_TYPE.getOrDefault(declared.name().qualifiedName(), ONE);
            return shape == LIST && isOptional(argument(type)) ? ROWS : shape;
        }
        return type instanceof TypeRef.Array ? ARRAY : ONE;
    }

    private static boolean isOptional(Optional<TypeRef> type) {
        return type.isPresent()
                && type.get() instanceof TypeRef.Declared declared
                && declared.is("java.util.Optional")
                && !declared.raw();
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
