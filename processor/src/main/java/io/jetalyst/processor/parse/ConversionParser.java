package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.FactoryDecl;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.Scalar;
import java.util.Optional;

/** Finds how a text becomes a value of a type. */
final class ConversionParser {
    private ConversionParser() {}

    /**
     * The conversion to the type of one value: one that the runtime has, a static method of the class, or the names of an enum.
     *
     * @param packageName the package of the generated code
     */
    static Optional<Conversion> parse(TypeRef type, String packageName) {
        Optional<Scalar> scalar = Scalar.of(type);
        if (scalar.isPresent() || !(type instanceof TypeRef.Declared declared) || declared.raw()) {
            return scalar.map(found -> found);
        }
        return declared.facts().factories().stream()
                .filter(factory -> isVisible(factory, declared, packageName))
                .findFirst()
                .<Conversion>map(factory -> new Conversion.Factory(declared, factory))
                .or(() -> declared.facts().kind() == Kind.ENUM
                        ? Optional.of(new Conversion.Constant(declared))
                        : Optional.empty());
    }

    private static boolean isVisible(FactoryDecl factory, TypeRef.Declared type, String packageName) {
        return switch (factory.access()) {
            case EVERYBODY -> true;
            case ITS_PACKAGE -> type.name().packageName().equals(packageName);
            case NOBODY -> false;
        };
    }
}
