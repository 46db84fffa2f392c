package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Optional;

/**
 * The constraints that a validator checks a parameter against: its own, and those of its class.
 *
 * @param own whether the parameter itself has constraints, or a container of constrained values
 * @param outOfReach whether elements have constraints that the validator does not reach, such as those of an array
 * @param component the type with the constraints as source code, to be the type of a record component; without an {@code Optional} around it
 * @param classes the classes whose adapters the validation needs
 * @param unchecked the members whose constraints nothing checks
 */
public record ConstraintsDecl(
        boolean own, boolean outOfReach, String component, List<ClassRef> classes, List<Unchecked> unchecked) {
    public static final ConstraintsDecl NONE = new ConstraintsDecl(false, false, "", List.of(), List.of());

    public ConstraintsDecl {
        classes = List.copyOf(classes);
        unchecked = List.copyOf(unchecked);
    }

    /** Whether there are no constraints, neither such that the validator checks nor others. */
    public boolean isEmpty() {
        return !own && classes.isEmpty() && unchecked.isEmpty();
    }

    /**
     * A member {@code Article.author} whose constraints nothing checks.
     *
     * @param type the class that has the constraints; empty if the validator does not reach them
     * @param grouped whether the constraints belong to groups that the validator does not check
     */
    public record Unchecked(String member, Optional<String> type, boolean grouped, Origin origin) {}
}
