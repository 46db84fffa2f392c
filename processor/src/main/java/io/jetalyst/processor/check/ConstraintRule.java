package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ConstraintsDecl.Unchecked;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Validations;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashSet;
import java.util.Set;

/** The validator checks each constraint. */
final class ConstraintRule implements Rule {
    private static final String PACKAGE = "jakarta.validation.";

    @Override
    public void check(ControllerModel controller, Problems problems) {
        Set<String> reported = new HashSet<>();
        for (RouteModel route : controller.routes()) {
            Validations.validated(route).map(ParamModel::declaration).forEach(param -> {
                param.constraints().unchecked().stream()
                        .filter(unchecked -> reported.add(unchecked.member()))
                        .forEach(unchecked -> member(unchecked, problems));
                if (param.constraints().outOfReach()) {
                    outOfReach("the parameter " + param.name(), param.origin(), problems);
                }
            });
            route.parts().stream()
                    .filter(part -> part instanceof ParamModel.Loaded || part instanceof ParamModel.Upload)
                    .forEach(part -> notValidated(part.declaration(), problems));
        }
    }

    private static void member(Unchecked unchecked, Problems problems) {
        if (unchecked.grouped()) {
            problems.add(
                    ProblemCode.CONSTRAINT_WITHOUT_CHECK,
                    unchecked.origin(),
                    "Nothing checks the constraints of " + unchecked.member()
                            + " that belong to groups: the validator checks the group Default only.",
                    "Remove groups.");
            return;
        }
        unchecked
                .type()
                .ifPresentOrElse(
                        type -> problems.add(
                                ProblemCode.MEMBER_NOT_VALIDATED,
                                unchecked.origin(),
                                "Nothing checks the constraints of " + type + " in " + unchecked.member() + ".",
                                "Add @Valid: it makes the validator check the members of a member, or the elements of a list."),
                        () -> outOfReach(unchecked.member(), unchecked.origin(), problems));
    }

    private static void outOfReach(String place, Origin origin, Problems problems) {
        problems.add(
                ProblemCode.CONSTRAINT_OUT_OF_REACH,
                origin,
                "Nothing checks the constraints in " + place
                        + ": the validator reaches neither elements of arrays nor those of lists in lists.",
                "Take a List in place of an array, and a record in place of an inner list.");
    }

    /** Reports the constraints of a file, or of a value that a converter loads. */
    private static void notValidated(ParamDecl param, Problems problems) {
        for (AnnotationDecl annotation : param.annotations()) {
            if (annotation.type().startsWith(PACKAGE)) {
                problems.add(
                        ProblemCode.CONSTRAINT_OUT_OF_REACH,
                        annotation.origin(),
                        "Nothing checks " + annotation.text() + " of the parameter " + param.name()
                                + ": the validator checks texts and bodies, but neither files nor values that a converter loads.",
                        "Remove it, and check the value in the method or in its converter.");
            }
        }
    }
}
