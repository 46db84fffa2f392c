package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ConstraintsDecl.Unchecked;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Validations;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashSet;
import java.util.Set;

/** A member whose class has constraints is {@code @Valid}; otherwise nothing would check them. */
final class ConstraintRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        Set<String> reported = new HashSet<>();
        for (RouteModel route : controller.routes()) {
            Validations.validated(route)
                    .flatMap(param -> param.declaration().constraints().unchecked().stream())
                    .filter(unchecked -> reported.add(unchecked.member()))
                    .forEach(unchecked -> add(unchecked, problems));
        }
    }

    private static void add(Unchecked unchecked, Problems problems) {
        problems.add(
                ProblemCode.MEMBER_NOT_VALIDATED,
                unchecked.origin(),
                "Nothing checks the constraints of " + unchecked.type() + " in " + unchecked.member() + ".",
                "Add @Valid: it makes the validator check the members of a member, or the elements of a list.");
    }
}
