package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.RawBaseDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** A controller gives the type arguments of its generic bases, and has no type parameters itself: a request does not determine them. */
final class TypeArgumentRule {
    private TypeArgumentRule() {}

    static void check(TypeDecl type, Problems problems) {
        if (type.facts().generic()) {
            problems.add(
                    ProblemCode.GENERIC_CONTROLLER,
                    type.origin(),
                    "The controller " + type.name().simpleName() + " has type parameters.",
                    "Give the types in a subclass, and make the subclass the controller.");
        }
        type.rawBases().forEach(base -> rawBase(type, base, problems));
    }

    private static void rawBase(TypeDecl controller, RawBaseDecl raw, Problems problems) {
        String heir = raw.heir().simpleName();
        String word = raw.isInterface() ? "implements" : "extends";
        problems.add(
                ProblemCode.RAW_BASE,
                raw.origin(),
                heir + " " + word + " " + raw.base().simpleName()
                        + " without type arguments, so the types in the methods "
                        + (controller.name().equals(raw.heir())
                                ? "that it inherits"
                                : "that " + controller.name().simpleName() + " inherits")
                        + " are not known.",
                "Write the types: " + word + " " + raw.base().simpleName() + raw.parameters() + ".");
    }
}
