package io.jetalyst.processor.decl;

import java.util.List;

/**
 * The constraints that a validator checks a parameter against: its own, and those of its class.
 *
 * @param own whether the parameter itself has constraints, or a container of constrained values
 * @param component the type with the constraints as source code, to be the type of a record component; without an {@code Optional} around it
 * @param classes the classes whose adapters the validation needs
 * @param unchecked the members whose class has constraints that nothing checks, because they have no {@code @Valid}
 */
public record ConstraintsDecl(boolean own, String component, List<ClassRef> classes, List<Unchecked> unchecked) {
    public static final ConstraintsDecl NONE = new ConstraintsDecl(false, "", List.of(), List.of());

    public ConstraintsDecl {
        classes = List.copyOf(classes);
        unchecked = List.copyOf(unchecked);
    }

    /** Whether there are no constraints, neither such that the validator checks nor others. */
    public boolean isEmpty() {
        return !own && classes.isEmpty() && unchecked.isEmpty();
    }

    /** A member {@code Article.author} of a class that has constraints. */
    public record Unchecked(String member, String type, Origin origin) {}
}
