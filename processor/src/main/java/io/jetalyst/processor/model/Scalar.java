package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Arrays;
import java.util.Optional;

/**
 * Types that a text converts to. The runtime's {@code Param} has two methods for each: {@code toInt} and {@code optionalInt}.
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

    /** The end of the names of both methods. */
    public String suffix() {
        return suffix;
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
