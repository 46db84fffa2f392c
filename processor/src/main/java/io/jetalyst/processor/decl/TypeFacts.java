package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about a class that a signature names.
 *
 * @param sealed whether it permits only certain subtypes
 * @param generic whether it declares type parameters
 * @param constants the constants of an enum, in their order
 * @param factories the static methods that make an instance of a text; the first one that is accessible counts
 * @param converter the qualified name of the class that its annotation names as its converter
 * @param supertypes the qualified names of all its super-types
 */
public record TypeFacts(
        Kind kind,
        boolean sealed,
        boolean generic,
        Access access,
        Deprecation deprecation,
        List<String> constants,
        List<FactoryDecl> factories,
        Optional<String> converter,
        Set<String> supertypes) {
    public TypeFacts {
        constants = List.copyOf(constants);
        factories = List.copyOf(factories);
        supertypes = Set.copyOf(supertypes);
    }
}
