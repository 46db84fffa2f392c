package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.FactoryDecl;
import io.jetalyst.processor.decl.TypeRef;

/** How a text of the request becomes a value. */
public sealed interface Conversion permits Scalar, Conversion.Constant, Conversion.Factory, Conversion.Custom {
    /** By the name of an enum's constant. */
    record Constant(TypeRef.Declared type) implements Conversion {}

    /** By a static method of the type. */
    record Factory(TypeRef.Declared type, FactoryDecl method) implements Conversion {}

    /**
     * By a converter of the application that needs the text only.
     *
     * @param text the conversion to the parameter of its method
     */
    record Custom(ConverterModel converter, Conversion text) implements Conversion {}
}
