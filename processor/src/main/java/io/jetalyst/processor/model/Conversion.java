package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.FactoryDecl;
import io.jetalyst.processor.decl.TypeRef;

/** How a text of the request becomes a value. */
public sealed interface Conversion permits Scalar, Conversion.Constant, Conversion.Factory {
    /** By the name of an enum's constant. */
    record Constant(TypeRef.Declared type) implements Conversion {}

    /** By a static method of the type. */
    record Factory(TypeRef.Declared type, FactoryDecl method) implements Conversion {}
}
