package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Arrays;
import java.util.Optional;

/**
 * Types that a text converts to. The runtime's {@code Converters} has a method for each, such as {@code toInt}; its {@code Param} has one of
 * the same name for the basic ones.
 */
public enum Scalar implements Conversion {
    TEXT("Text", "", "java.lang.String"),
    INT("Int", "int", "java.lang.Integer"),
    LONG("Long", "long", "java.lang.Long"),
    SHORT("Short", "short", "java.lang.Short"),
    BYTE("Byte", "byte", "java.lang.Byte"),
    DOUBLE("Double", "double", "java.lang.Double"),
    FLOAT("Float", "float", "java.lang.Float"),
    BOOLEAN("Boolean", "boolean", "java.lang.Boolean"),
    CHAR("Char", "char", "java.lang.Character"),
    UUID("Uuid", "", "java.util.UUID");

    private final String suffix;
    private final String primitive;
    private final String type;

    Scalar(String suffix, String primitive, String type) {
        this.suffix = suffix;
        this.primitive = primitive;
        this.type = type;
    }

    /** The name of the method. */
    public String method() {
        return "to" + suffix;
    }

    /** Whether {@code Param} has a method for it: a primitive type could not be {@code null} after a mistake. */
    public boolean isBasic() {
        return this == TEXT || !primitive.isEmpty();
    }

    /** The scalar of this type. */
    public static Optional<Scalar> of(TypeRef type) {
        return Arrays.stream(values()).filter(scalar -> scalar.takes(type)).findFirst();
    }

    private boolean takes(TypeRef candidate) {
        return candidate instanceof TypeRef.Primitive named
                ? named.text().equals(primitive)
                : candidate instanceof TypeRef.Declared declared && declared.is(type);
    }
}
