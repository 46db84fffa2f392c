package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Arrays;
import java.util.Optional;

/** Types that a text converts to, each with the method of the runtime's {@code Param} that does it. */
public enum Scalar implements Conversion {
    TEXT("toText", "", "java.lang.String"),
    INT("toInt", "int", "java.lang.Integer"),
    LONG("toLong", "long", "java.lang.Long"),
    SHORT("toShort", "short", "java.lang.Short"),
    BYTE("toByte", "byte", "java.lang.Byte"),
    DOUBLE("toDouble", "double", "java.lang.Double"),
    FLOAT("toFloat", "float", "java.lang.Float"),
    BOOLEAN("toBoolean", "boolean", "java.lang.Boolean"),
    CHAR("toChar", "char", "java.lang.Character"),
    UUID("toUuid", "", "java.util.UUID");

    private final String method;
    private final String primitive;
    private final String type;

    Scalar(String method, String primitive, String type) {
        this.method = method;
        this.primitive = primitive;
        this.type = type;
    }

    /** The converting method of {@code Param}. */
    public String method() {
        return method;
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
